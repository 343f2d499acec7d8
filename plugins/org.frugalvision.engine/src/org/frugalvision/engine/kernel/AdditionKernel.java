// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.List;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;

/** An {@link Addition}, in the layout of its first input that is not in plain order. */
final class AdditionKernel implements LayerKernel {

    private final Plan m_plan;

    private final int m_place;

    private final List<Integer> m_inputs;

    private final Addition m_layer;

    AdditionKernel(final Plan plan, final int place, final Addition layer) {
        m_plan = plan;
        m_place = place;
        m_inputs = plan.graph().inputs(place);
        m_layer = layer;
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
        final Slot first = m_plan.map(m_inputs.get(0));
        if (m_inputs.stream().anyMatch(input -> Residual.of(m_plan, input).isPresent())
            && m_inputs.stream().allMatch(input -> m_plan.map(input) == first)) { // a convolution has added itself
            m_plan.setMap(m_place, first);
            return;
        }
        // plain order, that of what was computed on arrays, is slow for the layers that follow
        final int like = m_inputs.stream().filter(input -> !m_plan.isPlain(input)).findFirst().orElse(m_inputs.get(0));
        final Slot sum = m_plan.slot(m_plan.map(like).layout());
        m_plan.setMap(m_place, sum);
        Slot before = m_plan.converted(m_plan.map(m_inputs.get(0)), sum.layout());
        for (int i = 1; i < m_inputs.size(); i++) {
            final Slot next = m_plan.converted(m_plan.map(m_inputs.get(i)), sum.layout());
            final boolean last = i == m_inputs.size() - 1;
            final Activation activation = last ? m_plan.fused(m_layer.activation()) : Activation.IDENTITY;
            m_plan.run(m_plan.keep(Onednn.addition(sum.layout(), activation)),
                DNNL_ARG_SRC_0, before, DNNL_ARG_SRC_1, next, DNNL_ARG_DST, sum);
            before = sum;
        }
        if (m_plan.fused(m_layer.activation()) != m_layer.activation()) {
            m_plan.activate(m_place, m_layer.activation());
        }
    }

    /** All inputs have the gradient itself. */
    private void backward() {
        final Gradients gradients = m_plan.gradients();
        gradients.cut(m_place, Activations.backward(m_plan.graph(), m_place));
        final Slot gradient = gradients.of(m_place);
        for (final int input : m_inputs) {
            if (gradients.needed(input)) {
                gradients.lend(input, gradient);
            }
        }
    }
}
