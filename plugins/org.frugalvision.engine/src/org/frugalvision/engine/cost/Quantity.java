// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

/** What can be told about the cost of a piece of work, in the order of tables. Ids are stored and never renamed. */
public enum Quantity {

    /** Labels that a person had to give. */
    LABELS("labels", "Labels", Kind.COUNT),
    /** Images that went forward and backward through a network, counted once per pass. */
    SAMPLES_TRAINED("samplesTrained", "Images trained", Kind.COUNT),
    /** Images that went forward only. */
    SAMPLES_SCORED("samplesScored", "Images scored", Kind.COUNT),
    /** Steps of the optimiser. */
    UPDATES("updates", "Updates", Kind.COUNT),
    /** Multiply-accumulate operations forward. */
    FORWARD_MACS("forwardMacs", "Forward multiply-adds", Kind.COUNT),
    /** Multiply-accumulate operations backward. */
    BACKWARD_MACS("backwardMacs", "Backward multiply-adds", Kind.COUNT),
    /** Bytes between memory and processor, estimated from the counts above and the size of the network. */
    BYTES_MOVED("bytesMoved", "Bytes moved (estimate)", Kind.ESTIMATE),
    /** Largest working memory, that of the whole process. */
    PEAK_BYTES("peakBytes", "Peak memory (bytes)", Kind.PEAK),
    /** Wall-clock time, for information only: it depends on the machine and on what else it does. */
    SECONDS("seconds", "Seconds", Kind.MEASURE),
    /** Processor time, all cores together. */
    CPU_SECONDS("cpuSeconds", "CPU seconds", Kind.MEASURE),
    /** Estimated energy, see {@link CostEntry#WATTS_PER_CORE}. */
    WATT_HOURS("wattHours", "Watt-hours (estimate)", Kind.MEASURE);

    /** How amounts are stored and put together. */
    public enum Kind {
        /** Whole numbers that add up, and are the same on every machine. */
        COUNT,
        /** Whole numbers that add up, from a formula that may become a better one: no part of what the work is. */
        ESTIMATE,
        /** Whole numbers of which the largest counts. */
        PEAK,
        /** Numbers that add up, and depend on the machine. */
        MEASURE
    }

    private final String m_id;

    private final String m_label;

    private final Kind m_kind;

    Quantity(final String id, final String label, final Kind kind) {
        m_id = id;
        m_label = label;
        m_kind = kind;
    }

    /** @return its name in files */
    public String id() {
        return m_id;
    }

    /** @return its name for people, with the unit if it is not a number of something */
    public String label() {
        return m_label;
    }

    /** @return how amounts are stored and put together */
    public Kind kind() {
        return m_kind;
    }

    /** Of two pieces of work, one after the other. */
    Number sum(final Number first, final Number second) {
        return switch (m_kind) {
            case COUNT, ESTIMATE -> Math.addExact(first.longValue(), second.longValue());
            case PEAK -> Math.max(first.longValue(), second.longValue());
            case MEASURE -> first.doubleValue() + second.doubleValue();
        };
    }
}
