// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of a benchmark, by the names under which such data sets are published. */
public enum BenchmarkPart {
    /** Images to learn from. */
    TRAIN("training", Set.of("train", "training"), Set.of("data", "batch")),
    /** Images to measure what was learned. */
    TEST("test", Set.of("test", "testing", "t10k"), Set.of("test", "batch"));

    private final String m_title;

    private final Set<String> m_names;

    private final Set<String> m_wordsOfCifar;

    BenchmarkPart(final String title, final Set<String> names, final Set<String> wordsOfCifar) {
        m_title = title;
        m_names = names;
        m_wordsOfCifar = wordsOfCifar;
    }

    /**
     * Which files of an archive belong to these parts: those in a top folder with the name of a part
     * ("train/cat/1.png"), or in one in a single folder around all ("pets/train/cat/1.png"). A class may have the name
     * of a part.
     *
     * @param parts none for the whole archive
     * @return labelled by the folder that holds the file
     */
    public static ScanSettings scan(final Set<BenchmarkPart> parts) {
        final List<String> include = parts.isEmpty() ? List.of("*")
            : names(parts).flatMap(name -> Stream.of(name + "/**", "*/" + name + "/**")).toList();
        // without this, class "train" among the test images would count as training images
        final List<String> exclude = parts.isEmpty() ? List.of()
            : names(Set.of(values())).filter(name -> names(parts).noneMatch(name::equals)).map(name -> name + "/**")
                .toList();
        return new ScanSettings(include, exclude, new Labelling.Folder(-1), new Labelling.None(), 0, 0);
    }

    /** Whether the words in the name of a file name this part. */
    boolean isIn(final Set<String> words) {
        return !Collections.disjoint(m_names, words) || words.containsAll(m_wordsOfCifar);
    }

    /** For messages. */
    @Override
    public String toString() {
        return m_title;
    }

    private static Stream<String> names(final Set<BenchmarkPart> parts) {
        return parts.stream().flatMap(part -> part.m_names.stream()).sorted();
    }
}
