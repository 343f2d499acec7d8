// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;

/** Parts whose maps lie in arrays. */
final class ArrayPool implements PartPool {

    private final ArrayLibrary m_library;

    private final Graph m_graph;

    private final Schedule m_schedule;

    private final Purpose m_purpose;

    private final int m_images;

    private final List<ArrayPart> m_parts = new ArrayList<>();

    private final float[][] m_weights;

    private long m_version = -1;

    ArrayPool(final ArrayLibrary library, final Graph graph, final Schedule schedule, final Purpose purpose,
        final int images) {
        m_library = library;
        m_graph = graph;
        m_schedule = schedule;
        m_purpose = purpose;
        m_images = images;
        m_weights = new float[graph.last() + 1][];
    }

    @Override
    public Part part(final int memory) {
        if (m_version != m_library.version()) {
            m_version = m_library.version();
            for (int place = 1; place <= m_graph.last(); place++) {
                final List<Tensor> tensors = m_graph.tensors(place);
                m_weights[place] = tensors.isEmpty() ? new float[0]
                    : Arrays.copyOfRange(m_library.weights(), tensors.get(0).offset(),
                        tensors.get(tensors.size() - 1).offset() + tensors.get(tensors.size() - 1).length());
            }
        }
        while (m_parts.size() <= memory) {
            m_parts.add(new ArrayPart(this));
        }
        return m_parts.get(memory);
    }

    @Override
    public void addGradients(final List<Part> parts, final Workers workers, final float[] gradient)
        throws CanceledException {
        final AtomicInteger next = new AtomicInteger(1);
        workers.all(index -> {
            for (int place = next.getAndIncrement(); place <= m_graph.last(); place = next.getAndIncrement()) {
                if (m_schedule.learns(place) && !(m_graph.layer(place) instanceof BatchNormalization)) {
                    for (final Part part : parts) {
                        add(((ArrayPart)part).weightGradient(place), m_graph.tensors(place), gradient);
                    }
                }
            }
            return null;
        });
    }

    private void add(final float[] values, final List<Tensor> tensors, final float[] gradient) {
        final int first = tensors.get(0).offset();
        for (final Tensor tensor : tensors) {
            if (m_purpose.trained().get(m_graph.tensors().indexOf(tensor))) {
                for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                    gradient[i] += values[i - first];
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

    /** Of a node, in the order of its tensors; shared. */
    float[] weights(final int place) {
        return m_weights[place];
    }

    @Override
    public void close() {
        m_parts.forEach(ArrayPart::close);
    }
}
