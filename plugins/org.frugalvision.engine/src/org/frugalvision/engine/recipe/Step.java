// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.frugalvision.engine.train.Recipe;

/**
 * One step of a training recipe as data: what is stored and travels between nodes. Whether it can be carried out turns
 * out when it is made into its method.
 *
 * @param method id of one of {@link TrainingMethods}
 * @param settings of the method as texts by key; what is missing has its default; copied
 */
public record Step(String method, Map<String, String> settings) {

    /** Copies the settings, in the order of their keys. */
    public Step {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /**
     * @param method a method
     * @return it as data
     */
    public static Step of(final RegisteredMethod method) {
        return new Step(method.info().id(), method.settings());
    }

    /**
     * @param steps what a training shall do, in this order
     * @return the methods
     * @throws org.frugalvision.engine.run.SettingsException if a method or a setting is unknown, a value is out of
     *             range, or two methods claim the same decision
     */
    public static Recipe recipe(final List<Step> steps) {
        return new Recipe(List.copyOf(steps.stream().map(TrainingMethods::create).toList()));
    }

    /** @return it in words: "Random erasing (fill mean, probability 0.5)" */
    public String text() {
        final String words = settings.entrySet().stream().map(setting -> setting.getKey() + " " + setting.getValue())
            .collect(Collectors.joining(", "));
        final String label = TrainingMethods.infos().stream().filter(info -> info.id().equals(method))
            .map(TrainingMethodInfo::label).findFirst().orElse(method);
        return words.isEmpty() ? label : "%s (%s)".formatted(label, words);
    }
}
