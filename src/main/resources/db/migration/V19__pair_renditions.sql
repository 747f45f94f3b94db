-- A small picture of the same upload, which phones are shown; it is on no shelf of its own.
ALTER TABLE media_host ADD COLUMN phone text REFERENCES media ON DELETE SET NULL;
CREATE INDEX media_host_phone ON media_host (phone) WHERE phone IS NOT NULL;
