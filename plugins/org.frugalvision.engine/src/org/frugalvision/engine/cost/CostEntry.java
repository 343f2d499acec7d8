// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.run.Provenance;

/**
 * The cost of one piece of work. Made by {@link #of} and the {@code with} methods. Immutable.
 *
 * @param id names the work: the same work has the same id wherever it is met, see {@link #idOf}
 * @param what the work in a few words for people
 * @param amounts what is known of its cost, {@code Long} or, of measures, {@code Double}; what is not known or was not
 *            estimated is missing, which is something else than 0
 */
public record CostEntry(String id, String what, Map<Quantity, Number> amounts) {

    /** Typical of a busy core of a desktop or server processor; an assumption, named beside every estimate. */
    public static final double WATTS_PER_CORE = 10;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Refuses a blank id and negative costs; copies the amounts. */
    public CostEntry {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A cost entry must have an id.");
        }
        final Map<Quantity, Number> copy = new EnumMap<>(Quantity.class);
        for (final var amount : amounts.entrySet()) {
            if (!(amount.getValue().doubleValue() >= 0)) {
                throw new IllegalArgumentException("The costs of \"" + id + "\" must not be negative.");
            }
            copy.put(amount.getKey(), amount.getKey().kind() == Quantity.Kind.MEASURE
                ? (Number)amount.getValue().doubleValue() : (Number)amount.getValue().longValue());
        }
        amounts = Collections.unmodifiableMap(copy);
    }

    /**
     * @param id names the work
     * @param what the work in a few words
     * @return an entry of which nothing is known yet
     */
    public static CostEntry of(final String id, final String what) {
        return new CostEntry(id, what, Map.of());
    }

    /**
     * The id of a piece of work: equal for equal provenance, in whatever branch, process or machine it was done.
     *
     * @param stage kind of work, e.g. {@code "train"}
     * @param provenance what was done to which data
     * @return stage, hyphen and 16 hexadecimal digits
     */
    public static String idOf(final String stage, final Provenance provenance) {
        return stage + "-" + provenance.fingerprint().substring(0, 16);
    }

    /**
     * @param quantity what is asked
     * @return how much of it the work took; empty if that is not known
     */
    public Optional<Number> amount(final Quantity quantity) {
        return Optional.ofNullable(amounts.get(quantity));
    }

    /**
     * @param quantity what is asked
     * @return how much of it is known to have been spent: 0 if nothing is known
     */
    public long count(final Quantity quantity) {
        return amount(quantity).map(Number::longValue).orElse(0L);
    }

    /**
     * @param quantity what is asked
     * @return how much of it is known to have been spent: 0 if nothing is known
     */
    public double measure(final Quantity quantity) {
        return amount(quantity).map(Number::doubleValue).orElse(0.0);
    }

    /**
     * @param quantity what was spent
     * @param amount how much of it
     * @return a copy with that
     */
    public CostEntry with(final Quantity quantity, final Number amount) {
        final Map<Quantity, Number> more = new EnumMap<>(Quantity.class);
        more.putAll(amounts);
        more.put(quantity, amount);
        return new CostEntry(id, what, more);
    }

    /**
     * @param count labels that a person had to give
     * @return a copy with that
     */
    public CostEntry withLabels(final long count) {
        return with(Quantity.LABELS, count);
    }

    /**
     * @param samples images that went forward and backward
     * @param steps steps of the optimiser
     * @param forward multiply-accumulate operations forward, added to those of scoring
     * @param backward multiply-accumulate operations backward
     * @return a copy with that
     */
    public CostEntry withTraining(final long samples, final long steps, final long forward, final long backward) {
        return with(Quantity.SAMPLES_TRAINED, samples).with(Quantity.UPDATES, steps)
            .with(Quantity.FORWARD_MACS, count(Quantity.FORWARD_MACS) + forward)
            .with(Quantity.BACKWARD_MACS, backward);
    }

    /**
     * @param samples images that went forward only
     * @param forward multiply-accumulate operations, added to those of training
     * @return a copy with that
     */
    public CostEntry withScoring(final long samples, final long forward) {
        return with(Quantity.SAMPLES_SCORED, samples)
            .with(Quantity.FORWARD_MACS, count(Quantity.FORWARD_MACS) + forward);
    }

    /**
     * @param bytes largest working memory; 0 = not known
     * @return a copy with that
     */
    public CostEntry withPeakBytes(final long bytes) {
        return bytes == 0 ? this : with(Quantity.PEAK_BYTES, bytes);
    }

    /**
     * @param wallClock wall-clock seconds
     * @param cpu processor seconds, all cores together, see {@link CpuTime}; 0 = not known
     * @return a copy with that and with the energy that a processor takes for it at {@link #WATTS_PER_CORE}
     */
    public CostEntry withSeconds(final double wallClock, final double cpu) {
        final CostEntry timed = with(Quantity.SECONDS, wallClock);
        return cpu == 0 ? timed : timed.with(Quantity.CPU_SECONDS, cpu)
            .with(Quantity.WATT_HOURS, cpu * WATTS_PER_CORE / SECONDS_PER_HOUR);
    }

    /**
     * @param next work that came after this
     * @return both, as far as they are known, with id and words of this entry
     */
    public CostEntry plus(final CostEntry next) {
        final Map<Quantity, Number> sums = new EnumMap<>(Quantity.class);
        sums.putAll(amounts);
        next.amounts.forEach((quantity, amount) -> sums.merge(quantity, amount, quantity::sum));
        return new CostEntry(id, what, sums);
    }

    /** Whether all that does not depend on the machine is equal; files of first versions have 0 for not known. */
    boolean sameWork(final CostEntry other) {
        for (final Quantity quantity : Quantity.values()) {
            if (quantity.kind() == Quantity.Kind.COUNT && count(quantity) != other.count(quantity)) {
                return false;
            }
        }
        return true;
    }
}
