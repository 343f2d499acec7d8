// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.PriorityQueue;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image that adds most; ties: lowest index. What an image would add never grows while others are
 * taken, so only those are looked at again that were worth more before: the same choice as looking at all.
 */
final class LazyGreedy {

    private LazyGreedy() {
    }

    static Selection choose(final Objective objective, final int budget, final RunControl run)
        throws CanceledException {
        final PriorityQueue<Candidate> queue = new PriorityQueue<>();
        for (int i = 0; i < objective.size(); i++) {
            queue.add(new Candidate(i, objective.bound(i), -1));
        }
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int taken = 0; taken < budget;) {
            run.checkCanceled();
            final Candidate best = queue.remove();
            if (best.seen == taken) {
                objective.take(best.image);
                indices[taken] = best.image;
                scores[taken++] = best.gain;
                run.progress((double)taken / budget,
                    "%s of %s selected".formatted(Wording.value(taken), Wording.value(budget)));
            } else {
                queue.add(new Candidate(best.image, objective.gain(best.image), taken));
            }
        }
        return new Selection(indices, scores);
    }

    /** An image with what it would have added when so many were taken. */
    private record Candidate(int image, double gain, int seen) implements Comparable<Candidate> {

        @Override
        public int compareTo(final Candidate other) {
            final int byGain = Double.compare(other.gain, gain);
            return byGain != 0 ? byGain : Integer.compare(image, other.image);
        }
    }
}
