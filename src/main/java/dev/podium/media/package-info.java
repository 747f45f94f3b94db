/** Pictures and sounds that hosts upload: recognised, freed of metadata, kept by their hash and served. */
package dev.podium.media;
