/** A host's quizzes in order: as lists, in folders, with tags, in the trash; what is in them is the library's. */
package dev.podium.catalogue;
