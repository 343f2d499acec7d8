// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;

/** Images whose pixels are changed until a network predicts other classes. */
final class AttackedBatch {

    private static final int MOST_ROUNDS = 50;

    private static final float STEP = 0.05f;

    /** How much farther than to the boundary. */
    private static final float BEYOND = 1.02f;

    private final Replica m_replica;

    private final ImageShape m_shape;

    private final int m_images;

    private final int m_size;

    private final float[] m_start;

    private final float[] m_pixels;

    /** The sum of all changes. */
    private final float[] m_change;

    /** The first prediction of each image. */
    private int[] m_first;

    private final boolean[] m_flipped;

    private long m_passes;

    AttackedBatch(final Replica replica, final ImageSet images, final int first, final int count,
        final Fingerprint fingerprint) {
        m_replica = replica;
        m_shape = images.shape();
        m_images = count;
        m_size = m_shape.size();
        m_start = new float[count * m_size];
        for (int i = 0; i < count; i++) {
            images.readPixels(first + i, m_start, i * m_size);
            fingerprint.add(images.id(first + i));
        }
        fingerprint.add(m_start);
        m_pixels = m_start.clone();
        m_change = new float[m_start.length];
        m_flipped = new boolean[count];
    }

    /** Images x passes forward and backward. */
    long passes() {
        return m_passes;
    }

    void run(final SmallestChanges.Attack attack, final RunControl run) throws CanceledException {
        for (int round = 0; round <= MOST_ROUNDS; round++) {
            run.checkCanceled();
            if (attack == SmallestChanges.Attack.DEEP_FOOL ? toBoundaries(round) : alongSigns(round)) {
                return;
            }
        }
    }

    void putLengths(final double[] lengths, final int first) {
        for (int i = 0; i < m_images; i++) {
            double square = 0;
            for (int k = i * m_size; k < (i + 1) * m_size; k++) {
                square += (double)m_change[k] * m_change[k];
            }
            lengths[first + i] = m_flipped[i] ? Math.sqrt(square) : Double.MAX_VALUE;
        }
    }

    /** Tells whether all have another prediction already; in the last round nothing is changed any more. */
    private boolean alongSigns(final int round) throws CanceledException {
        final float[] gradients = new float[m_pixels.length];
        final float[] scores = pass((first, images, values, gradient) -> {
            final int classes = values.length / images;
            for (int i = 0; i < images; i++) {
                final double[] p = Softmax.probabilities(values, i * classes, classes);
                final int label = m_first == null ? highest(values, i * classes, classes) : m_first[first + i];
                for (int k = 0; k < classes; k++) {
                    gradient[i * classes + k] = (float)(p[k] - (k == label ? 1 : 0));
                }
            }
        }, gradients);
        if (look(scores) || round == MOST_ROUNDS) {
            return true;
        }
        for (int i = 0; i < m_images; i++) {
            for (int k = i * m_size; k < (i + 1) * m_size && !m_flipped[i]; k++) {
                m_change[k] += STEP * Math.signum(gradients[k]);
                m_pixels[k] = m_start[k] + m_change[k];
            }
        }
        return false;
    }

    private boolean toBoundaries(final int round) throws CanceledException {
        final int classes = m_replica.spec().graph().shape(m_replica.spec().graph().last()).size();
        final float[][] gradients = new float[classes][m_pixels.length];
        float[] scores = null;
        for (int c = 0; c < classes; c++) {
            final int label = c;
            scores = pass((first, images, values, gradient) -> {
                for (int i = 0; i < images; i++) {
                    gradient[i * classes + label] = 1;
                }
            }, gradients[c]);
            if (c == 0 && (look(scores) || round == MOST_ROUNDS)) {
                return true;
            }
        }
        for (int i = 0; i < m_images; i++) {
            if (!m_flipped[i]) {
                toBoundary(i, scores, gradients);
            }
        }
        return false;
    }

    private void toBoundary(final int image, final float[] scores, final float[][] gradients) {
        final int classes = gradients.length;
        final int own = m_first[image];
        final int from = image * m_size;
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        double factor = 0;
        for (int c = 0; c < classes; c++) {
            double square = 0;
            for (int k = from; k < from + m_size; k++) {
                final double difference = gradients[c][k] - gradients[own][k];
                square += difference * difference;
            }
            final double apart = Math.abs(scores[image * classes + c] - scores[image * classes + own]);
            if (c != own && square > 0 && apart / Math.sqrt(square) < least) {
                nearest = c;
                least = apart / Math.sqrt(square);
                factor = apart / square;
            }
        }
        for (int k = from; k < from + m_size && nearest >= 0; k++) {
            m_change[k] += (float)(factor * (gradients[nearest][k] - gradients[own][k]));
            m_pixels[k] = m_start[k] + BEYOND * m_change[k];
        }
    }

    private float[] pass(final ScoreGradient loss, final float[] gradients) throws CanceledException {
        m_passes += m_images;
        return m_replica.gradient(new Pixels(m_pixels, m_images, m_shape), Mode.EVALUATION, loss, Wanted.INPUT, null,
            gradients);
    }

    /** Whether all have another prediction than at first. */
    private boolean look(final float[] scores) {
        final int classes = scores.length / m_images;
        final int[] now = new int[m_images];
        Arrays.setAll(now, i -> highest(scores, i * classes, classes));
        if (m_first == null) {
            m_first = now;
        }
        boolean all = true;
        for (int i = 0; i < m_images; i++) {
            m_flipped[i] |= now[i] != m_first[i];
            all &= m_flipped[i];
        }
        return all;
    }

    private static int highest(final float[] scores, final int from, final int classes) {
        int highest = 0;
        for (int k = 1; k < classes; k++) {
            highest = scores[from + k] > scores[from + highest] ? k : highest;
        }
        return highest;
    }
}
