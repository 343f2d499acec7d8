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
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Images with labels as a network counts them.
 *
 * @param title what people call them
 * @param set the images
 * @param labelling how many classes an image belongs to
 * @param labels indices of the network's classes; all {@link ImageSet#UNLABELLED} where images have several labels
 * @param weights how much each image counts; mean 1
 * @param rows label rows in the order of the network's classes, if the set has its own or images have several labels
 */
record LabelledImages(String title, ImageSet set, Labelling labelling, int[] labels, float[] weights,
    Optional<float[][]> rows) {

    static LabelledImages of(final String title, final Network network, final ImageSet set,
        final ClassWeights classWeights) {
        if (set.size() == 0) {
            throw new DataException(title, "there are none.", "Connect a table that has rows.");
        }
        if (!set.shape().equals(network.spec().input())) {
            throw new DataException(title, "the network takes " + network.spec().input() + ", but these have "
                + set.shape() + ".", "Choose the architecture for images of this size.");
        }
        if (Labelling.of(set) != network.labelling()) {
            throw new DataException(title, network.labelling() == Labelling.ONE
                ? "the network tells one class per image, but these have lists of labels."
                : "the network tells several labels per image, but these have one class each.",
                "Choose the column of labels that fits the network.");
        }
        if (network.labelling() == Labelling.SEVERAL) {
            return SeveralLabels.of(title, network, set, classWeights);
        }
        final int[] labels = network.labels(set);
        final double[] factors = classWeights.factors(network.classes(), labels);
        return new LabelledImages(title, set, Labelling.ONE, labels, weights(title, set, labels, factors),
            rows(network, set));
    }

    /** How an image fared. */
    BatchScore score(final int image, final double loss, final float[] scores, final int position,
        final int classes) {
        return labelling == Labelling.ONE ? BatchScore.of(loss, scores, position, classes, labels[image])
            : SeveralLabels.score(loss, scores, position, rows.orElseThrow()[image]);
    }

    /** Makes the label row of an image: weight x one-hot, or weight x the set's own row. */
    void writeRow(final int image, final float[] target, final int from, final int classes) {
        Arrays.fill(target, from, from + classes, 0);
        if (rows.isEmpty()) {
            target[from + labels[image]] = weights[image];
            return;
        }
        for (int k = 0; k < classes; k++) {
            target[from + k] = weights[image] * rows.get()[image][k];
        }
    }

    /** Makes the fingerprint, which the set remembers; of a large set this takes so long that it can be canceled. */
    void identify(final RunControl run) throws CanceledException {
        set.fingerprint(run.silent());
    }

    void requireTwoClasses() {
        if (labelling == Labelling.SEVERAL) {
            SeveralLabels.requireTwo(title, rows.orElseThrow());
            return;
        }
        if (Arrays.stream(labels).distinct().count() < 2) {
            final String images =
                set.size() == 1 ? "the only image is" : "all " + Wording.value(set.size()) + " images are";
            throw new DataException(title, images + " of one class, " + Wording.value(set.classes().get(set.label(0)))
                + ", but at least two classes are needed.", "Add images of another class.");
        }
    }

    /** For each class whether an image is of it. */
    boolean[] seen(final int classes) {
        final boolean[] seen = new boolean[classes];
        if (labelling == Labelling.SEVERAL) {
            SeveralLabels.see(rows.orElseThrow(), seen);
        } else {
            Arrays.stream(labels).forEach(label -> seen[label] = true);
        }
        return seen;
    }

    /** Share of each class, weights counted; of the images that have the label where these are several. */
    double[] prior(final int classes) {
        if (labelling == Labelling.SEVERAL) {
            return SeveralLabels.shares(rows.orElseThrow(), classes);
        }
        final double[] prior = new double[classes];
        for (int i = 0; i < labels.length; i++) {
            prior[labels[i]] += weights[i];
        }
        final double sum = Arrays.stream(prior).sum();
        return Arrays.stream(prior).map(share -> share / sum).toArray();
    }

    /** The classes of the set may stand in another order than those of the network. */
    private static Optional<float[][]> rows(final Network network, final ImageSet set) {
        return set.column(Column.LABEL_ROWS).map(theirs -> {
            final float[][] rows = new float[theirs.length][network.classes().size()];
            final List<String> known = network.classes().stream().map(ClassName::of).toList();
            for (int k = 0; k < set.classes().size(); k++) {
                final int to = known.indexOf(ClassName.of(set.classes().get(k)));
                for (int i = 0; i < rows.length; i++) {
                    rows[i][to] = theirs[i][k];
                }
            }
            return rows;
        });
    }

    private static float[] weights(final String title, final ImageSet set, final int[] labels,
        final double[] factors) {
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            sum += set.weight(i) * factors[labels[i]];
        }
        if (!(sum > 0)) {
            throw new DataException(title, "all weights are 0.", "Give at least one image a weight above 0.");
        }
        final float[] weights = new float[set.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float)(set.weight(i) * factors[labels[i]] * set.size() / sum);
        }
        return weights;
    }
}
