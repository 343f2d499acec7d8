// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives slots their places in one piece of memory, the largest first, each at the lowest place where it meets nothing
 * that is needed at the same time. O(slots^2).
 */
final class SlotPlaces {

    private static final long ALIGNMENT = 64;

    private final List<Slot> m_placed = new ArrayList<>();

    private long m_bytes;

    /** @return the memory that all of them need */
    static long assign(final List<Slot> slots) {
        final var places = new SlotPlaces();
        slots.stream().filter(slot -> !slot.isView())
            .sorted(Comparator.comparingLong(Slot::bytes).reversed().thenComparingInt(Slot::index))
            .forEach(places::place);
        return places.m_bytes;
    }

    static long aligned(final long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private void place(final Slot slot) {
        long offset = 0;
        for (final Slot other : m_placed) { // in order of their places
            if (slot.overlapsInTime(other)) {
                if (offset + slot.bytes() <= other.offset()) {
                    break;
                }
                offset = Math.max(offset, aligned(other.offset() + other.bytes()));
            }
        }
        slot.place(offset);
        int at = 0;
        while (at < m_placed.size() && m_placed.get(at).offset() <= offset) {
            at++;
        }
        m_placed.add(at, slot);
        m_bytes = Math.max(m_bytes, offset + slot.bytes());
    }
}
