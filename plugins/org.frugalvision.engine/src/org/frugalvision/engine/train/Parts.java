// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/**
 * All parts of a training as one: each is called after the other.
 *
 * @param all the parts in the order of the recipe
 */
record Parts(List<Part> all) implements Part {

    boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public void trainingStarts(final Weights weights) throws CanceledException {
        for (final Part part : all) {
            part.trainingStarts(weights);
        }
    }

    @Override
    public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
        List<int[]> planned = batches;
        for (final Part part : all) {
            planned = part.epochStarts(epoch, planned);
        }
        if (planned.isEmpty() || planned.stream().anyMatch(batch -> batch.length == 0)) {
            throw new IllegalStateException("A method of the recipe left an epoch or a batch without images.");
        }
        return planned;
    }

    @Override
    public double rate(final Tensor tensor) {
        return all.stream().mapToDouble(part -> part.rate(tensor)).reduce(1, (rate, factor) -> rate * factor);
    }

    @Override
    public Optional<Loss> loss() {
        return all.stream().flatMap(part -> part.loss().stream()).findFirst();
    }

    @Override
    public void imageLoaded(final LoadedImage image, final RandomGenerator random) {
        all.forEach(part -> part.imageLoaded(image, random));
    }

    @Override
    public Batch batchLoaded(final Batch batch, final Passes passes) throws CanceledException {
        Batch changed = batch;
        for (final Part part : all) {
            changed = part.batchLoaded(changed, passes);
        }
        return changed;
    }

    @Override
    public void scoresReady(final Batch batch, final int first, final int images, final float[] scores,
        final float[] gradient) {
        all.forEach(part -> part.scoresReady(batch, first, images, scores, gradient));
    }

    @Override
    public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
        all.forEach(part -> part.lossReady(batch, scores, losses));
    }

    @Override
    public void gradientReady(final Batch batch, final Weights gradient, final Weights weights, final Passes passes)
        throws CanceledException {
        for (final Part part : all) {
            part.gradientReady(batch, gradient, weights, passes);
        }
    }

    @Override
    public void weightsUpdated(final Weights weights) {
        all.forEach(part -> part.weightsUpdated(weights));
    }

    @Override
    public Map<String, Double> measured(final int epoch, final Measuring measuring) throws CanceledException {
        final Map<String, Double> measures = new LinkedHashMap<>();
        for (final Part part : all) {
            measures.putAll(part.measured(epoch, measuring));
        }
        return measures;
    }

    @Override
    public void epochEnds(final EpochMetrics metrics) {
        all.forEach(part -> part.epochEnds(metrics));
    }

    @Override
    public List<float[]> state() {
        final List<float[]> state = new ArrayList<>();
        all.forEach(part -> state.addAll(part.state()));
        return state;
    }

    @Override
    public Optional<float[]> result() {
        return all.stream().flatMap(part -> part.result().stream()).findFirst();
    }

    @Override
    public Map<String, double[]> outcomes() {
        final Map<String, double[]> outcomes = new TreeMap<>();
        all.forEach(part -> outcomes.putAll(part.outcomes()));
        return outcomes;
    }
}
