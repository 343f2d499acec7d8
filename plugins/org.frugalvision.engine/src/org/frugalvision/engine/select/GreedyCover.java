// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.PriorityQueue;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Chooses images one by one so that the sum over all images of their similarity to the nearest chosen one grows most;
 * ties: lowest index. The similarity of an image may count only above a floor (what is near it already) and up to a cap
 * (what more would be of no use). What an image would add never grows while others are chosen, so only those are looked
 * at again that were worth more before (lazy greedy; the same choice as looking at all). Cost: O(images x features) for
 * each look, in memory O(images).
 */
final class GreedyCover {

    private final Similarity m_similarity;

    private final double[] m_caps;

    /** Similarity of each image to the nearest chosen one, at least its floor. */
    private final double[] m_covered;

    private final double[] m_column;

    GreedyCover(final Similarity similarity) {
        this(similarity, new double[similarity.size()], uncapped(similarity.size()));
    }

    /** The arrays are kept, and the first is changed. */
    GreedyCover(final Similarity similarity, final double[] floors, final double[] caps) {
        m_similarity = similarity;
        m_covered = floors;
        m_caps = caps;
        m_column = new double[similarity.size()];
    }

    static double[] uncapped(final int images) {
        final double[] caps = new double[images];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        return caps;
    }

    Selection choose(final int budget, final RunControl run) throws CanceledException {
        final PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i < m_similarity.size(); i++) {
            queue.add(new Candidate(i, m_similarity.bound(i), -1));
        }
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int taken = 0; taken < budget;) {
            run.checkCanceled();
            final Candidate best = queue.remove();
            if (best.seen == taken) {
                cover(best.image);
                indices[taken] = best.image;
                scores[taken++] = best.gain;
                run.progress((double)taken / budget,
                    "%s of %s selected".formatted(Wording.value(taken), Wording.value(budget)));
            } else {
                queue.add(new Candidate(best.image, gain(best.image), taken));
            }
        }
        return new Selection(indices, scores);
    }

    private double gain(final int image) {
        m_similarity.column(image, m_column);
        double gain = 0;
        for (int i = 0; i < m_column.length; i++) {
            gain += Math.max(0, Math.min(m_column[i], m_caps[i]) - m_covered[i]);
        }
        return gain;
    }

    private void cover(final int image) {
        m_similarity.column(image, m_column);
        for (int i = 0; i < m_column.length; i++) {
            m_covered[i] = Math.max(m_covered[i], Math.min(m_column[i], m_caps[i]));
        }
    }

    /** An image with what it would have added when so many were chosen. */
    private record Candidate(int image, double gain, int seen) implements Comparable<Candidate> {

        @Override
        public int compareTo(final Candidate other) {
            final int byGain = Double.compare(other.gain, gain);
            return byGain != 0 ? byGain : Integer.compare(image, other.image);
        }
    }
}
