// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Linear;

/**
 * A convolution whose output is only added to another map, which nobody needs afterwards: it may add its output to that
 * map itself, which saves reading and writing both once more. The sums are the same, to the bit.
 *
 * @param other the place of the other map
 * @param activation what follows the addition
 */
record Residual(int other, Activation activation) {

    /** Of a place of a plan that only goes forward; empty if the place is no such convolution. */
    static Optional<Residual> of(final Plan plan, final int place) {
        final Graph graph = plan.graph();
        if (plan.training() || place == 0 || !isPlainConvolution(graph, place)
            || plan.purpose().outputs().contains(graph.name(place)) || graph.readers(place).size() != 1) {
            return Optional.empty();
        }
        final int sum = graph.readers(place).get(0);
        final List<Integer> inputs = graph.inputs(sum);
        if (!(graph.layer(sum) instanceof Addition addition) || inputs.size() != 2) {
            return Optional.empty();
        }
        final int other = inputs.get(0) == place ? inputs.get(1) : inputs.get(0);
        final boolean last = graph.readers(other).stream().allMatch(reader -> reader == sum || reader < place);
        return other > 0 && other < place && last ? Optional.of(new Residual(other, addition.activation()))
            : Optional.empty();
    }

    private static boolean isPlainConvolution(final Graph graph, final int place) {
        return (graph.layer(place) instanceof Convolution || graph.layer(place) instanceof DepthwiseConvolution)
            && ((Linear)graph.layer(place)).activation() == Activation.IDENTITY;
    }
}
