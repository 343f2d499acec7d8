// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.frugalvision.engine.run.SettingsException;

/** All architectures, in the order in which they are offered. */
public final class Architectures {

    private static final Architectures ALL = new Architectures()
        .add(LeNet.INFO, LeNet::new)
        .add(LeNet5.INFO, LeNet5::new);

    private final Map<String, Entry> m_entries = new LinkedHashMap<>();

    private Architectures() {
    }

    /** @return what is offered; not modifiable, the first is the default */
    public static List<ArchitectureInfo> all() {
        return ALL.m_entries.values().stream().map(Entry::info).toList();
    }

    /**
     * @param id an architecture's id
     * @return what people are told about it
     * @throws SettingsException if there is none of that id
     */
    public static ArchitectureInfo info(final String id) {
        return find(id).info();
    }

    /**
     * @param id an architecture's id
     * @return the architecture
     * @throws SettingsException if there is none of that id
     */
    public static Architecture create(final String id) {
        return find(id).factory().get();
    }

    private static Entry find(final String id) {
        final Entry entry = ALL.m_entries.get(id);
        if (entry == null) {
            throw new SettingsException("Architecture", "must be one of " + String.join(", ", ALL.m_entries.keySet()),
                id, "Choose an architecture from the list.");
        }
        return entry;
    }

    private Architectures add(final ArchitectureInfo info, final Supplier<Architecture> factory) {
        m_entries.put(info.id(), new Entry(info, factory));
        return this;
    }

    private record Entry(ArchitectureInfo info, Supplier<Architecture> factory) {
    }
}
