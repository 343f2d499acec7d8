// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.picture.LineChart.Shown;

/**
 * From where to where a vertical axis goes.
 *
 * @param least value at its lower end
 * @param most value at its upper end
 */
record AxisRange(double least, double most) {

    /**
     * From the least to the largest value of the curves of one axis. If the values are all alike or at one position,
     * the axis goes from 0, and the left one twice as far as needed, so that points of one axis do not hide those of
     * the other.
     */
    static AxisRange of(final List<Shown> curves) {
        final var values = curves.stream().flatMapToDouble(shown -> Arrays.stream(shown.curve().y()))
            .filter(Double::isFinite).summaryStatistics();
        final double magnitude = Math.max(Math.abs(values.getMin()), Math.abs(values.getMax()));
        if (values.getMax() - values.getMin() > 1e-9 * magnitude
            && curves.stream().anyMatch(shown -> shown.curve().x().length > 1)) {
            return new AxisRange(values.getMin(), values.getMax());
        }
        final int room = curves.get(0).onTheLeft() ? 2 : 1;
        return new AxisRange(room * Math.min(0, values.getMin()),
            magnitude == 0 ? 1 : room * Math.max(0, values.getMax()));
    }
}
