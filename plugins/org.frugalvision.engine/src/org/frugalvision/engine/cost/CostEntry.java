// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import org.frugalvision.engine.run.Provenance;

/**
 * The cost of one piece of work. Made by {@link #of} and the {@code with} methods.
 *
 * @param id names the work: the same work has the same id wherever it is met, see {@link #idOf}
 * @param what the work in a few words for people
 * @param labels labels that a person had to give
 * @param samplesTrained images that went forward and backward through a network, counted once per pass
 * @param samplesScored images that went forward only
 * @param updates steps of the optimiser
 * @param forwardMacs multiply-accumulate operations forward
 * @param backwardMacs multiply-accumulate operations backward
 * @param peakBytes largest working memory, as far as it is known; 0 = not known
 * @param seconds wall-clock time, for information only: it depends on the machine
 * @param cpuSeconds processor time, all cores together; 0 = not known
 * @param wattHours estimated energy; 0 = not estimated
 */
public record CostEntry(String id, String what, long labels, long samplesTrained, long samplesScored, long updates,
    long forwardMacs, long backwardMacs, long peakBytes, double seconds, double cpuSeconds, double wattHours) {

    /** Typical of a busy core of a desktop or server processor; an assumption, named beside every estimate. */
    public static final double WATTS_PER_CORE = 10;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Refuses a blank id and negative costs. */
    public CostEntry {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A cost entry must have an id.");
        }
        if (labels < 0 || samplesTrained < 0 || samplesScored < 0 || updates < 0 || forwardMacs < 0
            || backwardMacs < 0 || peakBytes < 0 || !(seconds >= 0) || !(cpuSeconds >= 0)
            || !(wattHours >= 0)) {
            throw new IllegalArgumentException("The costs of \"" + id + "\" must not be negative.");
        }
    }

    /**
     * @param id names the work
     * @param what the work in a few words
     * @return an entry that cost nothing yet
     */
    public static CostEntry of(final String id, final String what) {
        return new CostEntry(id, what, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
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
     * @param count labels that a person had to give
     * @return a copy with that
     */
    public CostEntry withLabels(final long count) {
        return new CostEntry(id, what, count, samplesTrained, samplesScored, updates, forwardMacs, backwardMacs,
            peakBytes, seconds, cpuSeconds, wattHours);
    }

    /**
     * @param samples images that went forward and backward
     * @param steps steps of the optimiser
     * @param forward multiply-accumulate operations forward, added to those of scoring
     * @param backward multiply-accumulate operations backward
     * @return a copy with that
     */
    public CostEntry withTraining(final long samples, final long steps, final long forward, final long backward) {
        return new CostEntry(id, what, labels, samples, samplesScored, steps, forwardMacs + forward, backward,
            peakBytes, seconds, cpuSeconds, wattHours);
    }

    /**
     * @param samples images that went forward only
     * @param forward multiply-accumulate operations, added to those of training
     * @return a copy with that
     */
    public CostEntry withScoring(final long samples, final long forward) {
        return new CostEntry(id, what, labels, samplesTrained, samples, updates, forwardMacs + forward, backwardMacs,
            peakBytes, seconds, cpuSeconds, wattHours);
    }

    /**
     * @param bytes largest working memory
     * @return a copy with that
     */
    public CostEntry withPeakBytes(final long bytes) {
        return new CostEntry(id, what, labels, samplesTrained, samplesScored, updates, forwardMacs, backwardMacs,
            bytes, seconds, cpuSeconds, wattHours);
    }

    /**
     * @param wallClock wall-clock seconds
     * @param cpu processor seconds, all cores together; see {@link CpuTime}
     * @return a copy with that and with the energy that a processor takes for it at {@link #WATTS_PER_CORE}
     */
    public CostEntry withSeconds(final double wallClock, final double cpu) {
        return new CostEntry(id, what, labels, samplesTrained, samplesScored, updates, forwardMacs, backwardMacs,
            peakBytes, wallClock, cpu, cpu * WATTS_PER_CORE / SECONDS_PER_HOUR);
    }

    /** Both costs one after the other: counts add up, the larger memory counts. */
    CostEntry plus(final CostEntry next) {
        return new CostEntry(id, what, labels + next.labels, samplesTrained + next.samplesTrained,
            samplesScored + next.samplesScored, updates + next.updates, forwardMacs + next.forwardMacs,
            backwardMacs + next.backwardMacs, Math.max(peakBytes, next.peakBytes), seconds + next.seconds,
            cpuSeconds + next.cpuSeconds, wattHours + next.wattHours);
    }

    /** Whether all that does not depend on the machine is equal. */
    boolean sameWork(final CostEntry other) {
        return labels == other.labels && samplesTrained == other.samplesTrained
            && samplesScored == other.samplesScored && updates == other.updates && forwardMacs == other.forwardMacs
            && backwardMacs == other.backwardMacs;
    }
}
