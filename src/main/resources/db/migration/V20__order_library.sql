-- A host's library in order: folders, tags, a trash, and texts to be searched and sorted by.
CREATE TABLE quiz_folder (
    id        uuid PRIMARY KEY,
    owner_id  uuid NOT NULL REFERENCES host ON DELETE CASCADE,
    parent_id uuid REFERENCES quiz_folder ON DELETE CASCADE,
    name      text NOT NULL
);
CREATE INDEX quiz_folder_owner ON quiz_folder (owner_id);
CREATE INDEX quiz_folder_parent ON quiz_folder (parent_id);

-- Without case, width and marks: "Café" is found by "cafe". Always the same, whatever the database's own rules are.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(casefold(normalize(words, NFKD) COLLATE pg_unicode_fast),
                          '[\u0300-\u036f\u0591-\u05bd\u0640\u064b-\u065f\u0670]', '', 'g')
$$;

-- Numbers as people count: "Unit 2" stands before "Unit 10".
CREATE FUNCTION counted(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT left(regexp_replace(regexp_replace(folded(words), '(\d+)', '0000000000\1', 'g'),
                               '\d*(\d{10})(?!\d)', '\1', 'g'), 200)
$$;

-- Which words a text has, as PostgreSQL reduces those of its language: "rivers" is " river ".
CREATE FUNCTION stems(language text, words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ' ' || array_to_string(tsvector_to_array(CASE lower(split_part(language, '-', 1))
               WHEN 'en' THEN to_tsvector('pg_catalog.english', left(words, 100000))
               WHEN 'de' THEN to_tsvector('pg_catalog.german', left(words, 100000))
               WHEN 'es' THEN to_tsvector('pg_catalog.spanish', left(words, 100000))
               WHEN 'fr' THEN to_tsvector('pg_catalog.french', left(words, 100000))
               WHEN 'ar' THEN to_tsvector('pg_catalog.arabic', left(words, 100000))
           END), ' ') || ' '
$$;

-- All that a quiz says, once as it stands and once in stems.
CREATE FUNCTION searched(title text, description text, tags text[], language text, questions jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
    SELECT folded(concat_ws(E'\n', words, stems(language, words)))
    FROM (SELECT concat_ws(E'\n', title, description, array_to_string(tags, E'\n'),
                 (SELECT string_agg(found #>> '{}', E'\n')
                  FROM unnest('{$[*].text,$[*].explanation,$[*].choices[*].text,$[*].items[*],$[*].accept[*],$[*].labels[*]}'::jsonpath[]) AS place,
                       jsonb_path_query(questions, place, '{}', true) AS found
                  WHERE jsonb_typeof(found) = 'string')) AS words) AS said
$$;

ALTER TABLE quiz
    ADD COLUMN folder_id  uuid REFERENCES quiz_folder ON DELETE SET NULL,
    ADD COLUMN tags       text[] NOT NULL DEFAULT '{}',
    ADD COLUMN deleted_at timestamptz;
ALTER TABLE quiz
    ADD COLUMN sorted   text COLLATE "C" GENERATED ALWAYS AS (counted(title)) STORED,
    ADD COLUMN searched text GENERATED ALWAYS AS (searched(title, description, tags, language, questions)) STORED;
DROP INDEX quiz_owner;
CREATE INDEX quiz_changed ON quiz (owner_id, updated_at, id);
CREATE INDEX quiz_created ON quiz (owner_id, created_at, id);
CREATE INDEX quiz_sorted ON quiz (owner_id, sorted, id);
CREATE INDEX quiz_folder_id ON quiz (folder_id) WHERE folder_id IS NOT NULL;
CREATE INDEX quiz_trash ON quiz (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX quiz_deleted ON quiz (deleted_at) WHERE deleted_at IS NOT NULL;

-- A folder is its owner's: who gives a quiz away gives it out of the folder.
CREATE FUNCTION leave_folder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.folder_id = NULL;
    RETURN NEW;
END
$$;
CREATE TRIGGER leave_folder BEFORE UPDATE OF owner_id ON quiz FOR EACH ROW
    WHEN (OLD.owner_id <> NEW.owner_id) EXECUTE FUNCTION leave_folder();
