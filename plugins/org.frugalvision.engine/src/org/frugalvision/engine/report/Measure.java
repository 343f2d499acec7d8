// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;

/** What a result may be said to have cost, in the order of the report. Names are stored and never change. */
public enum Measure {

    /** Labels that a person gave. */
    LABELS("Labels", "labels"),
    /** Images that went through a network, once for each pass. */
    IMAGES("Images through networks", "images through networks"),
    /** Multiply-adds, forward and backward. */
    MULTIPLY_ADDS("Multiply-adds", "multiply-adds"),
    /** Bytes between memory and processor, an estimate. */
    BYTES_MOVED("Bytes moved (estimate)", "bytes moved"),
    /** Wall-clock time. */
    SECONDS("Seconds", "seconds"),
    /** Energy by the measured time of the processor. */
    WATT_HOURS("Watt-hours (by time)", "watt-hours by time"),
    /** Energy by counts, see {@link EnergyLadder}. */
    LADDER("Watt-hours (by counts)", "watt-hours by counts");

    private final String m_label;

    private final String m_noun;

    Measure(final String label, final String noun) {
        m_label = label;
        m_noun = noun;
    }

    /** @return its name as a title, with the unit */
    public String label() {
        return m_label;
    }

    /** @return its name in a sentence, in plural */
    public String noun() {
        return m_noun;
    }

    /**
     * @param cost a total
     * @return how much of it; empty if that is not known
     */
    public OptionalDouble of(final CostEntry cost) {
        return switch (this) {
            case LABELS -> sum(cost, Quantity.LABELS);
            case IMAGES -> sum(cost, Quantity.SAMPLES_TRAINED, Quantity.SAMPLES_SCORED);
            case MULTIPLY_ADDS -> sum(cost, Quantity.FORWARD_MACS, Quantity.BACKWARD_MACS);
            case BYTES_MOVED -> sum(cost, Quantity.BYTES_MOVED);
            case SECONDS -> sum(cost, Quantity.SECONDS);
            case WATT_HOURS -> sum(cost, Quantity.WATT_HOURS);
            case LADDER -> ladder(MULTIPLY_ADDS.of(cost), BYTES_MOVED.of(cost));
        };
    }

    private static OptionalDouble ladder(final OptionalDouble multiplyAdds, final OptionalDouble bytes) {
        return multiplyAdds.isEmpty() || bytes.isEmpty() ? OptionalDouble.empty()
            : OptionalDouble.of(EnergyLadder.wattHours(multiplyAdds.getAsDouble(), bytes.getAsDouble()));
    }

    /** Of what is known of them; empty if nothing is. */
    private static OptionalDouble sum(final CostEntry cost, final Quantity... quantities) {
        return Arrays.stream(quantities).allMatch(quantity -> cost.amount(quantity).isEmpty()) ? OptionalDouble.empty()
            : OptionalDouble.of(Arrays.stream(quantities).mapToDouble(cost::measure).sum());
    }
}
