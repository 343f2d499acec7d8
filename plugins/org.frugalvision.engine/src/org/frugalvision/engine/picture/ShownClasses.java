// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Evaluation;

/**
 * Which classes a picture shows, under which names.
 *
 * @param names one per row, short and different from each other
 * @param rowOfClass the row that shows a class
 */
record ShownClasses(List<String> names, int[] rowOfClass) {

    static final int MOST = 40;

    private static final int LONGEST_NAME = 24;

    static ShownClasses of(final Evaluation evaluation) {
        final int classes = evaluation.classes().size();
        if (classes <= MOST) {
            return new ShownClasses(shorten(evaluation.classes()), IntStream.range(0, classes).toArray());
        }
        final var scores = evaluation.perClass();
        final var chosen = IntStream.range(0, classes).boxed()
            .sorted(Comparator.comparingLong(
                c -> 2 * scores.get(c).truePositives() - scores.get(c).support() - scores.get(c).predicted()))
            .limit(MOST - 1L).sorted().toList();
        final var rowOfClass = new int[classes];
        Arrays.fill(rowOfClass, MOST - 1);
        final var names = new ArrayList<String>();
        for (final int c : chosen) {
            rowOfClass[c] = names.size();
            names.add(evaluation.classes().get(c));
        }
        names.add("%d other classes".formatted(classes - chosen.size()));
        return new ShownClasses(shorten(names), rowOfClass);
    }

    /** The matrix of the rows from that of the classes. */
    long[][] fold(final long[][] confusion) {
        final var folded = new long[names.size()][names.size()];
        for (int truth = 0; truth < confusion.length; truth++) {
            for (int predicted = 0; predicted < confusion.length; predicted++) {
                folded[rowOfClass[truth]][rowOfClass[predicted]] += confusion[truth][predicted];
            }
        }
        return folded;
    }

    private static List<String> shorten(final List<String> names) {
        final var used = new HashSet<String>();
        final var result = new ArrayList<String>();
        for (final var name : names) {
            final var shortName = shorten(name);
            var unique = shortName;
            for (int number = 2; !used.add(unique); number++) {
                unique = shortName + " (" + number + ")";
            }
            result.add(unique);
        }
        return result;
    }

    /** Keeps both ends: class names often differ only in their last letters. */
    private static String shorten(final String name) {
        if (name.length() <= LONGEST_NAME) {
            return name.isBlank() ? "(blank)" : name;
        }
        return name.substring(0, LONGEST_NAME - 10) + "\u2026" + name.substring(name.length() - 9);
    }
}
