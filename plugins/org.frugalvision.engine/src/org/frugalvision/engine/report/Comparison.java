// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.Proportion;

/**
 * A result beside the baseline.
 *
 * @param result the result
 * @param baseline what it is compared with
 * @param settings how
 * @param onFront whether no other result is at least as accurate for at most its cost, and better in one of them; false
 *            if its cost is not known
 */
public record Comparison(Result result, Result baseline, ReportSettings settings, boolean onFront) {

    private static final double POINTS = 100;

    /** @return whether this is the baseline itself */
    public boolean isBaseline() {
        return result.name().equals(baseline.name());
    }

    /** @return accuracy minus that of the baseline */
    public double difference() {
        return result.accuracy() - baseline.accuracy();
    }

    /** @return where the difference lies on further images, see {@link Interval#ofDifference} */
    public Interval differenceInterval() {
        return Interval.ofDifference(result.right(), baseline.right(), Proportion::wilson);
    }

    /**
     * @param measure a cost
     * @return how many times that of the baseline; empty if one of them is not known or the baseline's is 0
     */
    public OptionalDouble relative(final Measure measure) {
        final OptionalDouble own = measure.of(result.cost());
        final OptionalDouble base = measure.of(baseline.cost());
        return own.isEmpty() || base.isEmpty() || base.getAsDouble() == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(own.getAsDouble() / base.getAsDouble());
    }

    /** @return multiply-adds per byte moved; empty if one of them is not known or no byte was moved */
    public OptionalDouble intensity() {
        final OptionalDouble bytes = Measure.BYTES_MOVED.of(result.cost());
        final OptionalDouble multiplyAdds = Measure.MULTIPLY_ADDS.of(result.cost());
        return multiplyAdds.isEmpty() || bytes.orElse(0) == 0 ? OptionalDouble.empty()
            : OptionalDouble.of(multiplyAdds.getAsDouble() / bytes.getAsDouble());
    }

    /**
     * A sentence, without full stop, that claims no more than the test images show: the same accuracy only if the whole
     * interval of the difference is within the tolerance, more or less only if it is on one side of 0.
     *
     * @return what the saving is worth
     */
    public String verdict() {
        return isBaseline() ? "Baseline" : accuracy() + cost();
    }

    private String accuracy() {
        final Interval interval = differenceInterval();
        final double tolerance = settings.tolerance() / POINTS;
        final String points = String.format(Locale.ROOT, "%.1f points", Math.abs(difference()) * POINTS);
        if (interval.lower() >= -tolerance && interval.upper() <= tolerance) {
            return "Same accuracy within %s points".formatted(short3(settings.tolerance()));
        }
        if (interval.lower() > 0) {
            return points + " more accurate";
        }
        if (interval.upper() < 0) {
            return points + " less accurate";
        }
        return String.format(Locale.ROOT, "Accuracy not told apart (%+.1f to %+.1f points)", interval.lower() * POINTS,
            interval.upper() * POINTS);
    }

    private String cost() {
        final OptionalDouble relative = relative(settings.measure());
        return relative.isEmpty() ? "; %s not comparable".formatted(settings.measure().noun())
            : " at %s times the %s".formatted(short3(relative.getAsDouble()), settings.measure().noun());
    }

    private static String short3(final double value) {
        return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
    }
}
