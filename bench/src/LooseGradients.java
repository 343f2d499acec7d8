// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;

/**
 * What the engine does not do: each thread computes one part of the batch to its end, with the statistics of that part
 * alone, so results depend on the number of threads. For a benchmark, on the engine's own kernels.
 */
public final class LooseGradients implements AutoCloseable {

    private final Graph m_graph;

    private final Workers m_workers;

    private final Library m_library;

    private final Prepared m_prepared;

    private float[] m_weights;

    /** @param workers the threads */
    public LooseGradients(final NetworkSpec spec, final Workers workers) {
        m_graph = spec.graph();
        m_workers = workers;
        m_library = workers.one(index -> Kernel.ONEDNN.open(m_graph, EightBits.NONE));
        m_prepared = new Prepared(m_graph, Purpose.gradient(spec, spec.input(), true, Wanted.WEIGHTS), m_library);
    }

    /** @return how often all threads wait for each other in a batch where they share its statistics */
    public static int phases(final NetworkSpec spec) {
        return Phase.of(new Schedule(spec.graph(), Purpose.gradient(spec, spec.input(), true, Wanted.WEIGHTS))).size();
    }

    /** See {@link Replica#setWeights}. */
    public void setWeights(final float[] weights) {
        m_weights = weights;
        m_library.setWeights(weights);
    }

    /** See {@link Replica#gradient}. */
    public void gradient(final Pixels pixels, final ScoreGradient loss, final float[] gradient)
        throws CanceledException {
        final List<Cut> cuts = Cut.of(pixels.images(), (pixels.images() - 1) / m_workers.count() + 1);
        final Map<Integer, float[]> scores = new HashMap<>();
        scores.put(m_graph.last(), new float[pixels.images() * m_graph.shape(m_graph.last()).size()]);
        final List<Batch> batches = new ArrayList<>();
        final List<Part> parts = m_workers.one(index -> {
            final List<Part> opened = new ArrayList<>();
            cuts.forEach(cut -> opened.add(m_prepared.pool(cut.images()).part(cut.number())));
            return opened;
        });
        cuts.forEach(cut -> batches.add(new Batch(pixels, 0, Mode.training(1), scores, null, statistics())));
        m_workers.all(index -> {
            if (index < cuts.size()) {
                run(parts.get(index), cuts.get(index), batches.get(index), loss);
            }
            return null;
        });
        Arrays.fill(gradient, 0);
        m_prepared.pool(cuts.get(0).images()).addGradients(parts, m_workers, gradient);
        final float[] normalisations = new float[gradient.length];
        for (final Batch batch : batches) {
            new NormalisationGradients(m_prepared, m_weights).put(batch, normalisations);
        }
    }

    private void run(final Part part, final Cut cut, final Batch batch, final ScoreGradient loss) {
        part.begin(batch, 0, cut.first(), cut.images());
        for (final Phase phase : Phase.of(m_prepared.schedule())) {
            for (final Step step : phase.forward()) {
                part.run(step);
                if (step.work() == Work.MEASURE) {
                    batch.statistics().get(step.place()).combine();
                }
            }
            if (phase.loss()) {
                final int classes = m_graph.shape(m_graph.last()).size();
                final float[] scores = Arrays.copyOfRange(batch.outputs().get(m_graph.last()), cut.first() * classes,
                    (cut.first() + cut.images()) * classes);
                final float[] gradient = new float[scores.length];
                loss.of(cut.first(), cut.images(), scores, gradient);
                part.putLoss(gradient);
            }
            for (final Step step : phase.backward()) {
                part.run(step);
                if (step.work() == Work.SUM) {
                    batch.statistics().get(step.place()).combineSums();
                }
            }
        }
    }

    private Map<Integer, BatchStatistics> statistics() {
        final Map<Integer, BatchStatistics> statistics = new HashMap<>();
        for (int place = 1; place <= m_graph.last(); place++) {
            if (m_graph.layer(place) instanceof BatchNormalization layer) {
                final Tensor scale = m_graph.tensors(place).get(0);
                statistics.put(place,
                    new BatchStatistics(1, m_graph.shape(place).height() * m_graph.shape(place).width(), layer,
                        Arrays.copyOfRange(m_weights, scale.offset(), scale.offset() + scale.length())));
            }
        }
        return statistics;
    }

    @Override
    public void close() {
        m_prepared.close();
        m_library.close();
    }
}
