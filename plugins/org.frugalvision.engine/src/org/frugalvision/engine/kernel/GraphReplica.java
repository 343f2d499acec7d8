// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** Sends batches through a network, on whatever library computes its layers. */
final class GraphReplica implements Replica {

    private static final int MOST_PURPOSES = 8;

    /** Images of a part of a batch that nothing holds together, at most: so that all threads have some. */
    private static final int EVALUATION_PART = 16;

    private final NetworkSpec m_spec;

    private final Graph m_graph;

    private final Workers m_workers;

    private final Library m_library;

    private final float[] m_weights;

    /** The one used longest ago comes first. */
    private final Map<Purpose, Prepared> m_prepared = new LinkedHashMap<>(MOST_PURPOSES, 1, true);

    /** Owns the library. */
    GraphReplica(final NetworkSpec spec, final Workers workers, final Library library) {
        m_spec = spec;
        m_graph = spec.graph();
        m_workers = workers;
        m_library = library;
        m_weights = new float[m_graph.parameters()];
    }

    @Override
    public NetworkSpec spec() {
        return m_spec;
    }

    @Override
    public void setWeights(final float[] weights) {
        System.arraycopy(weights, 0, m_weights, 0, m_weights.length);
        m_library.setWeights(m_weights);
    }

    @Override
    public float[][] forward(final Pixels batch, final Mode mode, final String... nodes) throws CanceledException {
        final Prepared prepared =
            prepared(Purpose.forward(spec(), batch.shape(), mode.training(), List.of(nodes)));
        final Batch all = batch(prepared, batch, mode, null);
        new Pass(prepared, m_workers, all, mode.training() ? Cut.size(batch.images())
            : Math.min(EVALUATION_PART, prepared.mostTogether()), null).run();
        final float[][] outputs = new float[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            outputs[i] = all.outputs().get(m_graph.place(nodes[i]));
        }
        return outputs;
    }

    @Override
    public void forward(final ImageSet images, final int batchSize, final List<String> nodes, final Mode mode,
        final Sink sink, final RunControl run) throws CanceledException {
        if (images.size() > 0) {
            final Prepared prepared = prepared(Purpose.forward(spec(), images.shape(), false, nodes));
            new ImageStream(prepared, m_workers, images, batchSize, mode).run(sink, run);
        }
    }

    @Override
    public float[] gradient(final Pixels batch, final Mode mode, final ScoreGradient loss, final Wanted wanted,
        final float[] weightGradient, final float[] inputGradient) throws CanceledException {
        final Prepared prepared = prepared(Purpose.gradient(spec(), batch.shape(), mode.training(), wanted));
        final Batch all = batch(prepared, batch, mode, wanted.input() ? inputGradient : null);
        final Pass pass = new Pass(prepared, m_workers, all, Cut.size(batch.images()), loss);
        pass.run();
        if (weightGradient != null) {
            Arrays.fill(weightGradient, 0, m_weights.length, 0);
            if (!prepared.schedule().backward().isEmpty()) {
                pass.addGradients(weightGradient);
            }
            new NormalisationGradients(prepared, m_weights).put(all, weightGradient);
        }
        return all.outputs().get(m_graph.last());
    }

    @Override
    public void close() {
        m_prepared.values().forEach(Prepared::close);
        m_prepared.clear();
        m_library.close();
    }

    private Prepared prepared(final Purpose purpose) {
        Prepared prepared = m_prepared.get(purpose);
        if (prepared == null) {
            if (m_prepared.size() == MOST_PURPOSES) {
                m_prepared.remove(m_prepared.keySet().iterator().next()).close();
            }
            final Graph graph = purpose.shape().equals(m_graph.shape(0)) ? m_graph
                : spec().withInput(purpose.shape()).graph();
            prepared = new Prepared(graph, purpose, m_library);
            m_prepared.put(purpose, prepared);
        }
        return prepared;
    }

    private Batch batch(final Prepared prepared, final Pixels pixels, final Mode mode, final float[] inputGradient) {
        final Map<Integer, float[]> outputs = new HashMap<>();
        for (final String node : prepared.purpose().outputs()) {
            final int place = m_graph.place(node);
            final int length = Math.multiplyExact(pixels.images(), prepared.graph().shape(place).size());
            outputs.put(place, new float[length]);
        }
        final int parts = Cut.of(pixels.images(), Cut.size(pixels.images())).size();
        final Map<Integer, BatchStatistics> statistics = new HashMap<>();
        for (int place = 1; place <= m_graph.last(); place++) {
            if (m_graph.layer(place) instanceof BatchNormalization layer) {
                final ImageShape shape = prepared.graph().shape(place);
                final Tensor scale = m_graph.tensors(place).get(0);
                statistics.put(place, new BatchStatistics(parts, shape.height() * shape.width(), layer,
                    Arrays.copyOfRange(m_weights, scale.offset(), scale.offset() + scale.length())));
            }
        }
        return new Batch(pixels, 0, mode, outputs, inputGradient, statistics);
    }
}
