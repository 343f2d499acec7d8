// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;

/**
 * The order of the work on a batch: segments of steps, forward and backward. All parts of the batch have to have done
 * one segment before the next one begins, because a normalisation needs the statistics of all of them; normalisations
 * that do not depend on each other share a segment. Immutable.
 */
final class Schedule {

    private final Graph m_graph;

    private final boolean m_training;

    private final List<Boolean> m_trained;

    /** The places that what is wanted comes from. */
    private final boolean[] m_computed;

    private final boolean[] m_needed;

    private final List<List<Step>> m_forward;

    private final List<List<Step>> m_backward;

    Schedule(final Graph graph, final Purpose purpose) {
        m_graph = graph;
        m_training = purpose.training();
        m_trained = purpose.trained();
        m_computed = computed(purpose.outputs());
        m_needed = needed(purpose.input());
        m_forward = forwardSteps();
        m_backward = m_needed[graph.last()] ? backwardSteps() : List.of();
    }

    List<List<Step>> forward() {
        return m_forward;
    }

    /** Empty if no gradient is wanted. */
    List<List<Step>> backward() {
        return m_backward;
    }

    /** Whether the gradient by the output of a place is wanted. */
    boolean needed(final int place) {
        return m_needed[place];
    }

    /** Whether the place normalises by the statistics of the batch. */
    boolean measured(final int place) {
        return m_training && place > 0 && m_graph.layer(place) instanceof BatchNormalization;
    }

    /** Whether any learned tensor of a node is wanted. */
    boolean learns(final int place) {
        return m_graph.tensors(place).stream().anyMatch(this::learns);
    }

    private boolean learns(final Tensor tensor) {
        return tensor.shape().role().learned() && m_trained.get(m_graph.tensors().indexOf(tensor));
    }

    private boolean[] computed(final List<String> outputs) {
        final boolean[] computed = new boolean[m_graph.last() + 1];
        outputs.forEach(node -> computed[m_graph.place(node)] = true);
        for (int place = m_graph.last(); place > 0; place--) {
            if (computed[place]) {
                m_graph.inputs(place).forEach(input -> computed[input] = true);
            }
        }
        return computed;
    }

    private boolean[] needed(final boolean input) {
        final boolean[] needed = new boolean[m_graph.last() + 1];
        needed[0] = input;
        for (int place = 1; place < needed.length; place++) {
            needed[place] = learns(place) || m_graph.inputs(place).stream().anyMatch(in -> needed[in]);
        }
        return needed;
    }

    private List<List<Step>> forwardSteps() {
        final int[] segment = new int[m_graph.last() + 1];
        final List<List<Step>> steps = new ArrayList<>(List.of(new ArrayList<>()));
        for (int place = 1; place < segment.length; place++) {
            if (m_computed[place]) {
                for (final int input : m_graph.inputs(place)) {
                    segment[place] = Math.max(segment[place], segment[input]);
                }
                if (measured(place)) {
                    add(steps, segment[place]++, new Step(Work.MEASURE, place));
                }
                add(steps, segment[place], new Step(Work.FORWARD, place));
            }
        }
        return steps;
    }

    private List<List<Step>> backwardSteps() {
        final int[] segment = new int[m_graph.last() + 1];
        final List<List<Step>> steps = new ArrayList<>();
        for (int place = m_graph.last(); place > 0; place--) {
            if (m_needed[place]) {
                if (measured(place)) {
                    add(steps, segment[place]++, new Step(Work.SUM, place));
                    if (inputNeeded(place)) {
                        add(steps, segment[place], new Step(Work.SPREAD, place));
                    }
                } else {
                    add(steps, segment[place], new Step(Work.BACKWARD, place));
                }
                for (final int input : m_graph.inputs(place)) {
                    segment[input] = Math.max(segment[input], segment[place]);
                }
            }
        }
        return steps;
    }

    private boolean inputNeeded(final int place) {
        return m_needed[m_graph.inputs(place).get(0)];
    }

    private static void add(final List<List<Step>> steps, final int segment, final Step step) {
        while (steps.size() <= segment) {
            steps.add(new ArrayList<>());
        }
        steps.get(segment).add(step);
    }
}
