// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.Tensor;

/**
 * Computes a node by an {@link ArrayOperation}, between native memory in plain order and arrays. Copying costs little
 * beside what such operations cost.
 */
final class ArrayKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final List<Integer> m_inputs;

    private final List<Tensor> m_tensors;

    /** The inputs in plain order. */
    private final List<Slot> m_sources = new ArrayList<>();

    ArrayKernel(final Plan plan, final int place) {
        m_plan = plan;
        m_place = place;
        m_inputs = plan.graph().inputs(place);
        m_tensors = plan.graph().tensors(place);
    }

    @Override
    public void plan(final Work work) {
        if (work == Work.FORWARD) {
            forward();
        } else {
            backward();
        }
    }

    private void forward() {
        for (final int input : m_inputs) {
            m_sources.add(m_plan.converted(m_plan.map(input), m_plan.plainMaps(input)));
        }
        final Slot destination = m_plan.slot(m_plan.plainMaps(m_place));
        m_plan.setMap(m_place, destination);
        m_plan.call(part -> {
            final float[] out = part.scratch(0, size(m_place));
            part.operation(m_place).forward(inputs(part), out, part.arrayBatch(), weights());
            part.put(destination, out, size(m_place));
        }, slots(destination));
    }

    private void backward() {
        final Gradients gradients = m_plan.gradients();
        final Slot gradient = gradients.of(m_place);
        final Slot[] shares = new Slot[m_inputs.size()];
        for (int i = 0; i < shares.length; i++) {
            if (gradients.needed(m_inputs.get(i))) {
                shares[i] = gradients.target(m_inputs.get(i), m_plan.plainMaps(m_inputs.get(i)));
            }
        }
        final Slot[] weightGradients = m_tensors.stream().map(this::gradientSlot).toArray(Slot[]::new);
        final Slot[] slots = slots(gradient, shares, weightGradients);
        m_plan.call(part -> backward(part, gradient, shares, weightGradients), slots);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != null) {
                gradients.deliver(m_inputs.get(i), shares[i]);
            }
        }
    }

    private void backward(final OnednnPart part, final Slot gradient, final Slot[] shares,
        final Slot[] weightGradients) {
        final float[][] into = new float[shares.length][];
        for (int i = 0; i < shares.length; i++) {
            into[i] = shares[i] == null ? null : part.scratch(1 + m_inputs.size() + i, size(m_inputs.get(i)));
        }
        final float[] weights = weights();
        final float[] weightGradient = new float[weights.length];
        final float[] out = part.scratch(0, size(m_place));
        part.get(gradient, out, size(m_place));
        part.operation(m_place).backward(inputs(part), out, into, part.arrayBatch(), weights, weightGradient);
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != null) {
                part.put(shares[i], into[i], size(m_inputs.get(i)));
            }
        }
        int from = 0;
        for (int i = 0; i < weightGradients.length; i++) {
            final int length = m_tensors.get(i).length();
            part.put(weightGradients[i], Arrays.copyOfRange(weightGradient, from, from + length), length);
            from += length;
        }
    }

    private float[][] inputs(final OnednnPart part) {
        final float[][] inputs = new float[m_inputs.size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = part.scratch(1 + i, size(m_inputs.get(i)));
            part.get(m_sources.get(i), inputs[i], size(m_inputs.get(i)));
        }
        return inputs;
    }

    private Slot gradientSlot(final Tensor tensor) {
        return m_plan.weights().gradient(tensor, Onednn.plain(tensor.length()), Onednn.plain(tensor.length()));
    }

    private float[] weights() {
        return m_plan.weights().values(m_tensors);
    }

    private int size(final int place) {
        return m_plan.images() * m_plan.graph().shape(place).size();
    }

    private Slot[] slots(final Slot own, final Slot[]... others) {
        final List<Slot> slots = new ArrayList<>(m_sources);
        slots.add(own);
        for (final Slot[] more : others) {
            for (final Slot slot : more) {
                if (slot != null) {
                    slots.add(slot);
                }
            }
        }
        return slots.toArray(Slot[]::new);
    }
}
