// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Evaluation;

/**
 * Which classes a picture shows: all, or of more than 40 those 39 with the most mistakes (ties: lowest class), and the
 * others together in the last row and column.
 *
 * @param names one per row
 * @param rowOfClass the row that shows a class
 */
record ShownClasses(List<String> names, int[] rowOfClass) {

    static final int MOST = 40;

    /**
     * Numbers of images by row.
     *
     * @param counts by row and column; those of the other classes among themselves are mistakes only
     * @param support of all classes of a row
     * @param othersRight images of the other classes that were predicted right; they are in no count
     */
    record Folded(long[][] counts, long[] support, long othersRight) {

        /** The share of the row's images. */
        double share(final int row, final int column) {
            return counts[row][column] == 0 ? 0 : (double)counts[row][column] / support[row];
        }
    }

    static ShownClasses of(final Evaluation evaluation) {
        final int classes = evaluation.classes().size();
        if (classes <= MOST) {
            return new ShownClasses(evaluation.classes(), IntStream.range(0, classes).toArray());
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
        names.add("%,d other classes".formatted(classes - chosen.size()));
        return new ShownClasses(names, rowOfClass);
    }

    /** Whether a row shows the other classes. */
    boolean areOthers(final int row) {
        return rowOfClass.length > names.size() && row == names.size() - 1;
    }

    /** The numbers of the rows from those of the classes. */
    Folded fold(final Evaluation evaluation) {
        final var counts = new long[names.size()][names.size()];
        final var support = new long[names.size()];
        final var othersRight = new long[1];
        evaluation.confusion().forEach((truth, predicted, images) -> {
            support[rowOfClass[truth]] += images;
            if (truth == predicted && areOthers(rowOfClass[truth])) {
                othersRight[0] += images;
            } else {
                counts[rowOfClass[truth]][rowOfClass[predicted]] += images;
            }
        });
        return new Folded(counts, support, othersRight[0]);
    }
}
