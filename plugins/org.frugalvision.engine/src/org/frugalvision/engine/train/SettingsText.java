// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.frugalvision.engine.network.Network;

/** Everything but seed and training images that decides about the bits of a training, by key. Keys never change. */
final class SettingsText {

    private SettingsText() {
    }

    static Map<String, String> of(final TrainingSettings settings, final Recipe recipe, final int threads,
        final Network start, final Optional<LabelledImages> validation) {
        final Map<String, String> keys = new TreeMap<>();
        keys.put("start", start.hash());
        keys.put("epochs", Integer.toString(settings.epochs()));
        keys.put("batchSize", Integer.toString(settings.batchSize()));
        keys.put("learningRate", Double.toString(settings.learningRate()));
        keys.put("shuffle", Boolean.toString(settings.shuffle()));
        keys.put("threads", Integer.toString(threads));
        final UpdaterSettings updater = settings.updater();
        keys.put("updater", updater.updater());
        keys.put("momentum", Double.toString(updater.momentum()));
        keys.put("weightDecay", Double.toString(updater.weightDecay()));
        keys.put("clipNorm", Double.toString(updater.clipNorm()));
        final ScheduleSettings schedule = settings.schedule();
        keys.put("schedule", schedule.schedule());
        keys.put("warmUpEpochs", Double.toString(schedule.warmUpEpochs()));
        keys.put("stepEpochs", Integer.toString(schedule.stepEpochs()));
        keys.put("stepFactor", Double.toString(schedule.stepFactor()));
        keys.put("classWeights", settings.classWeights().kind() + " "
            + new TreeMap<>(settings.classWeights().given()));
        keys.put("recipe", recipe.text());
        keys.put("stopping", settings.stopping().toString());
        validation.ifPresent(images -> keys.put("validation data", images.set().fingerprint()));
        return keys;
    }
}
