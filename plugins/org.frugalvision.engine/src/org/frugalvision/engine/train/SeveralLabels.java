// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/** Images that may have several labels, or none, as a network counts them: rows of 0 and 1. */
final class SeveralLabels {

    /** Spreads sets of labels over the 64 bits of {@link BatchScore#predicted}. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private SeveralLabels() {
    }

    static LabelledImages of(final String title, final Network network, final ImageSet set,
        final ClassWeights classWeights) {
        if (classWeights.kind() != ClassWeights.Kind.NONE) {
            throw new SettingsException("Class weights", "must be none where an image may have several labels",
                Settings.text(classWeights.kind()), "Choose None.");
        }
        for (int i = 1; i < set.size(); i++) {
            if (set.weight(i) != set.weight(0)) {
                throw new DataException(title, "images with several labels must all weigh the same.",
                    "Remove the column of weights.");
            }
        }
        final int[] labels = new int[set.size()];
        Arrays.fill(labels, ImageSet.UNLABELLED);
        final float[] weights = new float[set.size()];
        Arrays.fill(weights, 1);
        return new LabelledImages(title, set, Labelling.SEVERAL, labels, weights, Optional.of(rows(network, set)));
    }

    /** The classes of the set may stand in another order than those of the network. */
    private static float[][] rows(final Network network, final ImageSet set) {
        final List<String> known = network.classes().stream().map(ClassName::of).toList();
        final int[] places = set.classes().stream().map(ClassName::of).mapToInt(known::indexOf).toArray();
        final int[][] labels = set.column(Column.LABELS).orElseThrow();
        final float[][] rows = new float[labels.length][known.size()];
        for (int i = 0; i < rows.length; i++) {
            for (final int label : labels[i]) {
                if (places[label] < 0) {
                    throw new DataException(Wording.row(set.id(i)), "the network does not know the class "
                        + Wording.value(set.classes().get(label)) + ".", "Remove the rows of this class.",
                        "Train a network that knows it.");
                }
                rows[i][places[label]] = 1;
            }
        }
        return rows;
    }

    /** An image is right if exactly its own labels have probabilities above 0.5, which is scores above 0. */
    static BatchScore score(final double loss, final float[] scores, final int position, final float[] row) {
        boolean right = true;
        long set = 0;
        for (int k = 0; k < row.length; k++) {
            final boolean told = scores[position * row.length + k] > 0;
            right &= told == row[k] > 0;
            set = 31 * set + (told ? k + 1 : 0);
        }
        return new BatchScore(loss, right ? 1 : 0, 1, 1L << (set * SPREAD >>> 58));
    }

    static void requireTwo(final String title, final float[][] rows) {
        if (Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]))) {
            throw new DataException(title, "all images have the same labels, so there is nothing to learn.",
                "Add images with other labels.");
        }
    }

    static double[] shares(final float[][] rows, final int classes) {
        final double[] shares = new double[classes];
        for (final float[] row : rows) {
            for (int k = 0; k < classes; k++) {
                shares[k] += row[k] / rows.length;
            }
        }
        return shares;
    }

    static void see(final float[][] rows, final boolean[] seen) {
        for (final float[] row : rows) {
            for (int k = 0; k < seen.length; k++) {
                seen[k] |= row[k] > 0;
            }
        }
    }
}
