-- Whose words look like a misspelt one. A function, because the index serves the operator and not
-- word_similarity(), and the operator takes its threshold from a setting: 0.6 by default, which
-- misses one wrong letter in a name of five ("Kwane" and "Kwame" share 0.5).
CREATE FUNCTION mentors_spelt_like(word text) RETURNS TABLE (mentor_id uuid)
  LANGUAGE sql STABLE STRICT ROWS 20
  SET pg_trgm.word_similarity_threshold = 0.45
  AS $$ SELECT user_id FROM mentors WHERE word <% search_words $$;
