// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Parts that ND4J computes. */
final class Nd4jPool implements PartPool {

    private final Nd4jLibrary m_library;

    private final Graph m_graph;

    private final Schedule m_schedule;

    private final Purpose m_purpose;

    private final int m_images;

    private final List<Nd4jPart> m_parts = new ArrayList<>();

    Nd4jPool(final Nd4jLibrary library, final Graph graph, final Schedule schedule, final Purpose purpose,
        final int images) {
        m_library = library;
        m_graph = graph;
        m_schedule = schedule;
        m_purpose = purpose;
        m_images = images;
    }

    @Override
    public Part part(final int memory) {
        m_library.weights().refresh();
        while (m_parts.size() <= memory) {
            m_parts.add(new Nd4jPart(this, m_library.memory(m_parts.size())));
        }
        return m_parts.get(memory);
    }

    @Override
    public void addGradients(final List<Part> parts, final Workers workers, final float[] gradient)
        throws CanceledException {
        final List<Nd4jPart> mine = parts.stream().map(Nd4jPart.class::cast).toList();
        final AtomicInteger next = new AtomicInteger(1);
        workers.all(index -> {
            for (int place = next.getAndIncrement(); place <= m_graph.last(); place = next.getAndIncrement()) {
                if (m_schedule.learns(place) && !(m_graph.layer(place) instanceof BatchNormalization)) {
                    add(mine, place, gradient);
                }
            }
            return null;
        });
    }

    /** The sum is made in the arrays of the first part. */
    private void add(final List<Nd4jPart> parts, final int place, final float[] gradient) {
        final List<Tensor> tensors = m_graph.tensors(place);
        for (int k = 0; k < tensors.size(); k++) {
            final Tensor tensor = tensors.get(k);
            if (m_purpose.trained().get(m_graph.tensors().indexOf(tensor))) {
                final INDArray sum = parts.get(0).weightGradients(place)[k];
                for (final Nd4jPart part : parts.subList(1, parts.size())) {
                    Nd4jCalls.add(sum, part.weightGradients(place)[k], sum);
                }
                final float[] values = m_library.transfers().download(Crossing.WEIGHT_GRADIENT, sum);
                for (int i = 0; i < values.length; i++) {
                    gradient[tensor.offset() + i] += values[i];
                }
            }
        }
    }

    Graph graph() {
        return m_graph;
    }

    Schedule schedule() {
        return m_schedule;
    }

    int images() {
        return m_images;
    }

    Nd4jTransfers transfers() {
        return m_library.transfers();
    }

    Nd4jWeights weights() {
        return m_library.weights();
    }

    /** Nothing: the memory is the library's. */
    @Override
    public void close() {
        m_parts.clear();
    }
}
