// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Linear;
import org.frugalvision.engine.network.Pooling;

/**
 * Which maps of a plan are whole numbers of 8 bits, and where they lie. A map that is needed both ways is converted
 * once.
 */
final class EightBitMaps {

    private final Plan m_plan;

    private final Graph m_graph;

    private final EightBits m_how;

    private final Map<Integer, EightBitMap> m_maps = new HashMap<>();

    EightBitMaps(final Plan plan, final EightBits how) {
        m_plan = plan;
        m_graph = plan.graph();
        m_how = how;
    }

    /**
     * Whether the layer of a place takes and multiplies whole numbers. The image itself is never rounded; and for what
     * is below 0, the library's dense layers (not its convolutions) are wrong on processors without instructions made
     * for it: they add 128 and then two products in 16 bits.
     */
    boolean computes(final int place) {
        if (m_graph.layer(place) instanceof Pooling pooling) {
            return pooling.kind() == Pooling.Kind.MAXIMUM && ranged(m_graph.inputs(place).get(0)) && wanted(place);
        }
        return m_graph.layer(place) instanceof Linear && m_how.steps().containsKey(m_graph.name(place))
            && ranged(m_graph.inputs(place).get(0))
            && !(m_graph.layer(place) instanceof Dense && signed(m_graph.inputs(place).get(0)));
    }

    /** Whether whole numbers are wanted of a place, and nothing else. */
    boolean wanted(final int place) {
        return ranged(place) && !m_plan.purpose().outputs().contains(m_graph.name(place))
            && m_graph.readers(place).stream().anyMatch(this::takes);
    }

    /** Whether a place is a sum to which a convolution in whole numbers adds itself. */
    private boolean takes(final int reader) {
        return m_graph.layer(reader) instanceof Addition ? wanted(reader) && addend(reader).isPresent()
            : computes(reader);
    }

    /** The input of an addition that adds itself to the other one, if it is computed in whole numbers. */
    private Optional<Integer> addend(final int sum) {
        return m_graph.inputs(sum).stream().filter(input -> Residual.of(m_plan, input).isPresent() && computes(input))
            .findFirst();
    }

    float[] steps(final int place) {
        final float[] steps = m_how.steps().get(m_graph.name(place)).clone();
        for (int i = 0; i < steps.length; i++) {
            steps[i] = steps[i] == 0 ? 1 : steps[i]; // all weights of this output are 0
        }
        return steps;
    }

    /** What a one of a sum of products stands for, for each output. */
    float[] ones(final int place, final EightBitMap input) {
        final float[] ones = steps(place);
        for (int i = 0; i < ones.length; i++) {
            ones[i] *= input.unit();
        }
        return ones;
    }

    boolean signed(final int place) {
        return range(place).signed();
    }

    /** What a one of a place stands for, if it is not taken over from what goes in. */
    float unit(final int place) {
        final float reach = range(place).reach();
        return reach == 0 ? 1 : reach / EightBitMap.MOST;
    }

    void set(final int place, final EightBitMap map) {
        m_maps.put(place, map);
    }

    boolean has(final int place) {
        return m_maps.containsKey(place);
    }

    /** The output of a place, rounded if it is there in single precision only. */
    EightBitMap of(final int place) {
        return m_maps.computeIfAbsent(place, this::rounded);
    }

    /** The output of a place that is there in whole numbers only. */
    Slot single(final int place) {
        final EightBitMap map = m_maps.get(place);
        final Slot single = m_plan.slot(OnednnEightBit.single(map.slot().layout()));
        m_plan.copy(map.slot(), single, map.unit());
        return single;
    }

    private EightBitMap rounded(final int place) {
        final Slot single = signed(place) ? m_plan.map(place) : cut(place);
        final Slot slot = m_plan.slot(OnednnEightBit.of(single.layout(), signed(place)));
        m_plan.copy(single, slot, 1 / unit(place));
        return new EightBitMap(slot, unit(place), signed(place));
    }

    /** Numbers without a sign would go on to 255. */
    private Slot cut(final int place) {
        final Slot single = m_plan.map(place);
        final Slot cut = m_plan.slot(single.layout());
        m_plan.run(m_plan.keep(OnednnEightBit.cut(single.layout(), 0, EightBitMap.MOST * unit(place))), DNNL_ARG_SRC,
            single, DNNL_ARG_DST, cut);
        return cut;
    }

    private boolean ranged(final int place) {
        return place > 0 && m_how.ranges().containsKey(m_graph.name(place));
    }

    private ActivationRange range(final int place) {
        return m_how.ranges().get(m_graph.name(place));
    }
}
