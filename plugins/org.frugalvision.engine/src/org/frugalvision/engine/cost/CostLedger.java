// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.cost;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.DataException;

/**
 * Everything that was spent for one result: a set of entries by id, in the order in which they came. Work that two
 * branches share has one id and counts once. Immutable.
 */
public final class CostLedger {

    private static final CostLedger EMPTY = new CostLedger(Map.of());

    private final Map<String, CostEntry> m_entries;

    private CostLedger(final Map<String, CostEntry> entries) {
        m_entries = entries;
    }

    /** @return a ledger without entries */
    public static CostLedger empty() {
        return EMPTY;
    }

    /**
     * @param entries the entries; of equal ids the first stays
     * @return a ledger of them
     * @throws DataException if two entries of one id state different work
     */
    public static CostLedger of(final Collection<CostEntry> entries) {
        return EMPTY.with(entries);
    }

    /**
     * @param entry one more piece of work
     * @return a ledger that has it, too
     * @throws DataException if an entry of that id states different work
     */
    public CostLedger plus(final CostEntry entry) {
        return with(List.of(entry));
    }

    /**
     * @param other what was spent in another branch
     * @return the union: entries of both, those of equal id once (of their seconds, this ledger's stay)
     * @throws DataException if two entries of one id state different work
     */
    public CostLedger union(final CostLedger other) {
        return with(other.m_entries.values());
    }

    /** @return the entries in the order in which they came; not modifiable */
    public List<CostEntry> entries() {
        return List.copyOf(m_entries.values());
    }

    /** @return the sum over all entries, with id {@code "total"}; the largest of the peak memories */
    public CostEntry total() {
        return m_entries.values().stream().reduce(CostEntry.of("total", "Total"), CostEntry::plus);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof CostLedger ledger && entries().equals(ledger.entries());
    }

    @Override
    public int hashCode() {
        return entries().hashCode();
    }

    @Override
    public String toString() {
        return entries().toString();
    }

    private CostLedger with(final Collection<CostEntry> more) {
        final var union = new LinkedHashMap<>(m_entries);
        for (final var entry : more) {
            final var known = union.putIfAbsent(entry.id(), entry);
            if (known != null && !known.sameWork(entry)) {
                throw new DataException("Cost entry \"" + entry.what() + '"',
                    "two branches state different work under its name.", "Execute the nodes again that lead here.");
            }
        }
        return new CostLedger(union);
    }
}
