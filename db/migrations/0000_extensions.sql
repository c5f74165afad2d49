-- btree_gist: uuid equality inside exclusion constraints. pg_trgm and unaccent: the mentor search.
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint

-- unaccent() is only STABLE, since its dictionary could be changed. Ours never is, so what is
-- stored by it and what is asked by it agree.
CREATE FUNCTION plain_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, value));--> statement-breakpoint

-- Text as the mentor search compares it: plain words between single spaces, with an ending that
-- English and French give to the same word taken off ("stages", "réseaux", "biology" and "biologie").
-- Names whose signs carry the meaning become words first. Signs are listed and not asked of the
-- locale, which may know no letters but ours.
CREATE FUNCTION search_text(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN trim(
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(
      regexp_replace(
        replace(replace(
          regexp_replace(plain_text(value), '\.net(?![[:alnum:]])', ' dotnet ', 'g'),
          'c++', ' cplusplus '), 'c#', ' csharp '),
        '[\s\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'),
      'eaux(?= |$)', 'eau', 'g'),
      '([^ ])aux(?= |$)', '\1al', 'g'),
      '([^ ]{2}[^ s])[sx](?= |$)', '\1', 'g'),
      '([^ ]{2})(?:ie|([^ ])y)(?= |$)', '\1\2i', 'g')
  );--> statement-breakpoint

-- What finds a word, given as `search_text` writes it: words that begin with it. A word of one or two
-- letters begins too many, and stands for itself. Null where nothing is left of it.
CREATE FUNCTION word_query(word text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN word <> '' THEN
    to_tsquery('simple', '''' || word || '''' || CASE WHEN length(word) > 2 THEN ':*' ELSE '' END)
  END;--> statement-breakpoint

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
