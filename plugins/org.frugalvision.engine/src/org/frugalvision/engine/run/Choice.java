// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A method with its settings as data: what is stored, travels between nodes and stands in a provenance. Whether it can
 * be carried out turns out when its family makes it, see {@link Registry#create(Choice)}.
 *
 * @param method id of a method of some family
 * @param settings its settings as texts by key, see {@link Settings}; what is missing has its default; copied, in the
 *   order of the keys
 */
public record Choice(String method, Map<String, String> settings) {

    /** Copies the settings. */
    public Choice {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * @param method id of a method, with all its defaults
     * @return the choice
     */
    public static Choice of(final String method) {
        return new Choice(method, Map.of());
    }

    /**
     * @param id id of a method
     * @param method the method
     * @return it as data
     */
    public static Choice of(final String id, final Record method) {
        return new Choice(id, Settings.texts(method));
    }

    /** @return id and settings, for provenances and ids of costs */
    @Override
    public String toString() {
        return method + settings;
    }
}
