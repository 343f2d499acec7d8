// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.Wording;

/** Everything that decides about the bits of a training, as its provenance, in ids and values. Keys never change. */
final class TrainingIdentity {

    private static final Pattern PLAIN = Pattern.compile("[\\w.-]*");

    /** Names for people. */
    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("start", "network at the start"),
        Map.entry("epochs", "Epochs"), Map.entry("batchSize", "Batch size"),
        Map.entry("learningRate", "Learning rate"), Map.entry("shuffle", "Shuffle"),
        Map.entry("updater", "Optimizer"), Map.entry("weightDecay", "Weight decay"),
        Map.entry("clipNorm", "Gradient clipping"),
        Map.entry("schedule", "Schedule"), Map.entry("warmUpEpochs", "Warm-up epochs"),
        Map.entry("classWeights", "Class weights"), Map.entry("recipe", "Training recipe"),
        Map.entry("stopping", "Stopping"), Map.entry("validation data", "set of validation images"));

    private TrainingIdentity() {
    }

    static Provenance of(final Network start, final LabelledImages images,
        final Optional<LabelledImages> validation, final TrainingSettings settings, final Recipe recipe) {
        final Map<String, String> keys = new TreeMap<>();
        keys.put("start", start.hash());
        keys.put("epochs", Integer.toString(settings.epochs()));
        keys.put("batchSize", Integer.toString(settings.batchSize()));
        keys.put("learningRate", Double.toString(settings.learningRate()));
        keys.put("shuffle", Boolean.toString(settings.shuffle()));
        keys.put("updater", settings.updater().updater().toString());
        keys.put("weightDecay", Double.toString(settings.updater().weightDecay()));
        keys.put("clipNorm", Double.toString(settings.updater().clipNorm()));
        keys.put("schedule", settings.schedule().schedule().toString());
        keys.put("warmUpEpochs", Double.toString(settings.schedule().warmUpEpochs()));
        keys.put("classWeights", Settings.text(settings.classWeights().kind())
            + new TreeMap<>(settings.classWeights().given()));
        keys.put("recipe", recipe.methods().stream().map(TrainingMethod::choice).toList().toString());
        keys.put("stopping", Settings.texts(settings.stopping()).toString());
        validation.ifPresent(set -> keys.put("validation data", set.set().fingerprint()));
        return new Provenance("train", keys, settings.seed(), images.set().fingerprint(), EngineVersion.CURRENT);
    }

    /** The same training, asked for another number of epochs. */
    static Provenance withEpochs(final Provenance training, final int epochs) {
        final Map<String, String> keys = new TreeMap<>(training.settings());
        keys.put("epochs", Integer.toString(epochs));
        return new Provenance(training.method(), keys, training.seed(), training.dataFingerprint(),
            training.engineVersion());
    }

    /** Two plain values; what is written with the ids of methods and settings says nothing to people. */
    static String difference(final String theirs, final String ours) {
        return PLAIN.matcher(theirs + ours).matches() ? Wording.value(theirs) + ", not " + Wording.value(ours)
            : "another one";
    }

    /** What people call one of the keys. */
    static String label(final String key) {
        return LABELS.getOrDefault(key, key);
    }
}
