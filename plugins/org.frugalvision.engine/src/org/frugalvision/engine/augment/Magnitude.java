// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.OptionalDouble;

import org.frugalvision.engine.run.Wording;

/**
 * How strong an operation may be.
 *
 * @param unit what the number counts, for a sentence; empty if the operation has no strength
 * @param smallest least possible
 * @param largest greatest possible
 * @param from least that is usual
 * @param to greatest that is usual
 * @param identity with which the operation leaves every image as it is, to the bit; empty if there is none
 */
public record Magnitude(String unit, double smallest, double largest, double from, double to,
    OptionalDouble identity) {

    /** Of an operation that always does the same. */
    static final Magnitude NONE = new Magnitude("", 0, 0, 0, 0, OptionalDouble.empty());

    /** With a strength that changes nothing. */
    Magnitude(final String unit, final double smallest, final double largest, final double from, final double to,
        final double identity) {
        this(unit, smallest, largest, from, to, OptionalDouble.of(identity));
    }

    /** @return whether the operation has a strength */
    public boolean isThere() {
        return !unit.isEmpty();
    }

    /** @return for people, e.g. "degrees, -180 to 180, usually -15 to 15"; empty if there is none */
    @Override
    public String toString() {
        return isThere() ? "%s, %s to %s, usually %s".formatted(unit, Wording.value(smallest), Wording.value(largest),
            from == to ? Wording.value(from) : "%s to %s".formatted(Wording.value(from), Wording.value(to))) : "";
    }
}
