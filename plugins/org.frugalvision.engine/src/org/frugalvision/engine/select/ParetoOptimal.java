// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Chooses from a pool that has foreign images in it (POAL): images that a network is not sure of, by their entropy, and
 * that are like the labelled ones, by {@link FeatureDensity}. Pareto fronts of both are peeled from the pool until they
 * hold 6 x budget images; random subsets of these are drawn, at most 20,000 and at most budget x that number; those
 * whose sums of both no other has reached are kept; it ends early once these sums settle ({@link Settling}). Of the
 * kept subsets the one is chosen whose images are in the most kept ones; ties: drawn earlier. Cost: O(draws x (budget +
 * kept subsets) + images x features^2). Zhan et al. 2022, arXiv:2207.01190. Deviations: likeness is judged by one
 * layer, without changing pixels; at most 20,000 draws; their code never refuses a subset that another dominates, and
 * seems to turn likeness round, which are slips.
 */
record ParetoOptimal() implements SubsetSelector {

    private static final int KEPT = 6;

    private static final int MOST_DRAWS = 20_000;

    static final SelectorInfo INFO = new SelectorInfo("poal", "Pareto optimal among foreign images (POAL)",
        "Takes images that a network is not sure of and that are like the labeled ones, from a pool with foreign "
            + "images "
            + "in it.",
        "Zhan et al. 2022, arXiv:2207.01190", Set.of(Need.PROBABILITIES, Need.VECTORS, Need.LABELLED),
        "in how many of the subsets that none is better than the image is",
        "O(20,000 x budget + images x features x features) time at most",
        "It keeps foreign images out: among 50 chosen of 4,900 Fashion-MNIST images, 3 of 10 of them of "
            + "classes that the network does not know, it took none (LeNet with dropout that knows 100 images, 3 "
            + "seeds), random choice 16 or 17, entropy 3 to 10, margin 7 to 11. What its images are worth was not "
            + "compared.",
        SelectorInfo.Trait.DRAWS_AT_RANDOM);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final Pool labelled = pool.get(Need.LABELLED);
        final double[] unsure = Arrays.stream(pool.get(Need.PROBABILITIES)).mapToDouble(Surprise::entropy).toArray();
        final double[] alike =
            Arrays.stream(new FeatureDensity(OtherVectors.of(pool, Need.LABELLED), labelled.get(Need.LABELS))
                .squares(pool.get(Need.VECTORS), run)).map(square -> -square).toArray();
        final int[] kept = ParetoFront.peeled(unsure, alike, (int)Math.min(pool.size(), (long)KEPT * budget));
        final List<Subset> archive = archive(scaled(unsure), scaled(alike), kept, budget, random, run);
        final Map<Integer, Integer> counts = new HashMap<>();
        archive.forEach(subset -> Arrays.stream(subset.images).forEach(i -> counts.merge(i, 1, Integer::sum)));
        Subset best = archive.get(0);
        for (final Subset subset : archive) {
            best = subset.count(counts) > best.count(counts) ? subset : best;
        }
        final int[] indices = Arrays.stream(best.images).boxed()
            .sorted((a, b) -> counts.get(a).equals(counts.get(b)) ? Integer.compare(a, b)
                : Integer.compare(counts.get(b), counts.get(a)))
            .mapToInt(Integer::intValue).toArray();
        return new Selection(indices, IntStream.of(indices).mapToDouble(counts::get).toArray());
    }

    /** From 0 to 1. */
    private static double[] scaled(final double[] values) {
        final double least = Arrays.stream(values).min().orElseThrow();
        final double range = Arrays.stream(values).max().orElseThrow() - least;
        return Arrays.stream(values).map(value -> range > 0 ? (value - least) / range : 0).toArray();
    }

    private static List<Subset> archive(final double[] first, final double[] second, final int[] kept,
        final int budget, final RandomGenerator random, final RunControl run) throws CanceledException {
        final List<Subset> archive = new ArrayList<>();
        final Settling settling = new Settling();
        final int draws = (int)Math.min(MOST_DRAWS, Math.max(1, (long)budget * kept.length));
        final int[] order = kept.clone();
        for (int draw = 0; draw < draws; draw++) {
            run.checkCanceled();
            final Subset subset = Subset.drawn(order, budget, first, second, random);
            if (archive.stream().noneMatch(other -> other.dominates(subset))) {
                archive.removeIf(subset::dominates);
                archive.add(subset);
            }
            if ((draw + 1) % Settling.DRAWS == 0) {
                run.progress((double)draw / draws, "subsets are compared");
                if (settling.settled(archive.stream().map(s -> new double[]{s.first, s.second}).toList())) {
                    break;
                }
            }
        }
        return archive;
    }

    /** Images with the means of both values. */
    private record Subset(int[] images, double first, double second) {

        /** @param order is shuffled */
        static Subset drawn(final int[] order, final int budget, final double[] first, final double[] second,
            final RandomGenerator random) {
            double a = 0;
            double b = 0;
            for (int k = 0; k < budget; k++) {
                final int other = k + random.nextInt(order.length - k);
                final int image = order[other];
                order[other] = order[k];
                order[k] = image;
                a += first[image] / budget;
                b += second[image] / budget;
            }
            return new Subset(Arrays.copyOf(order, budget), a, b);
        }

        boolean dominates(final Subset other) {
            return first >= other.first && second >= other.second && (first > other.first || second > other.second);
        }

        long count(final Map<Integer, Integer> counts) {
            return Arrays.stream(images).mapToLong(counts::get).sum();
        }
    }
}
