-- btree_gist: uuid equality inside exclusion constraints. pg_trgm and unaccent: the mentor search.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint

-- unaccent() is only STABLE, since its dictionary could be changed. Ours never is, so what is
-- stored by it and what is asked by it agree.
CREATE FUNCTION plain_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, value));--> statement-breakpoint

-- Whether a name is a time zone's. IMMUTABLE although a PostgreSQL update may bring new zones: none
-- is ever taken away, so what passed once passes again.
CREATE FUNCTION is_time_zone(name text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  -- PostgreSQL would take POSIX rules such as 'X-1' as well, which no browser knows.
  IF name !~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$' THEN RETURN false; END IF;
  PERFORM timestamptz '2000-01-01 00:00Z' AT TIME ZONE name;
  RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN RETURN false;
END $$;
