// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.frugalvision.engine.run.Registry;
import org.frugalvision.engine.run.SettingsException;

/** All training methods. */
public final class TrainingMethods {

    private static final Registry<TrainingMethodInfo, Factory> REGISTRY =
        new Registry.Builder<TrainingMethodInfo, Factory>("Method")
            .add(LabelSmoothing.INFO, () -> LabelSmoothing::of)
            .add(Mixup.INFO, () -> Mixup::of)
            .add(CutMix.INFO, () -> CutMix::of)
            .add(RandomErasing.INFO, () -> RandomErasing::of)
            .build();

    private TrainingMethods() {
    }

    /** @return what all methods tell about themselves, in the order in which they are offered */
    public static List<TrainingMethodInfo> infos() {
        return REGISTRY.infos();
    }

    /**
     * @param id id of a method
     * @return what it tells about itself
     * @throws SettingsException if there is no such method
     */
    public static TrainingMethodInfo info(final String id) {
        return REGISTRY.info(id);
    }

    /**
     * @param step a method as data
     * @return the method
     * @throws SettingsException if the method or one of the settings is unknown, or a value is out of range
     */
    public static RegisteredMethod create(final Step step) {
        final RegisteredMethod method = REGISTRY.create(step.method()).create(new SettingTexts(step.settings()));
        final Map<String, String> known = method.settings();
        for (final String key : step.settings().keySet()) {
            if (!known.containsKey(key)) {
                throw new SettingsException(method.label(),
                    "must have settings out of " + String.join(", ", new TreeSet<>(known.keySet())), key,
                    "Make the recipe anew; it may come from a later version.");
            }
        }
        return method;
    }

    /** Makes a method with settings. */
    @FunctionalInterface
    private interface Factory {
        RegisteredMethod create(SettingTexts settings);
    }
}
