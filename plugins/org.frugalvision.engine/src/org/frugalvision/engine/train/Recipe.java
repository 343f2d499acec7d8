// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.engine.run.SettingsException;

/**
 * The methods that take part in a training, in the order in which they are called.
 *
 * @param methods the methods; copied
 */
public record Recipe(List<TrainingMethod> methods) {

    /** Nobody takes part. */
    public static final Recipe NONE = new Recipe(List.of());

    /**
     * Refuses two methods that claim the same decision.
     *
     * @throws SettingsException with both methods and what they both decide
     */
    public Recipe {
        methods = List.copyOf(methods);
        final Map<Claim, TrainingMethod> owners = new EnumMap<>(Claim.class);
        for (final TrainingMethod method : methods) {
            for (final Claim claim : method.claims()) {
                final TrainingMethod other = owners.putIfAbsent(claim, method);
                if (other != null) {
                    throw new SettingsException("Training recipe",
                        "must leave " + claim.label() + " to one method, \"" + other.label() + "\"", method.label(),
                        "Remove one of the two methods.");
                }
            }
        }
    }

    /** The methods with their settings, as text. */
    String text() {
        return methods.stream().map(method -> method.label() + new TreeMap<>(method.settings())).toList().toString();
    }

    /** Whether an image of a batch may belong to several classes, so that a single right answer means nothing. */
    boolean mixesImages() {
        return methods.stream().anyMatch(method -> method.claims().contains(Claim.MIXING));
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    boolean wantsScores() {
        return methods.stream().anyMatch(TrainingMethod::wantsScores);
    }
}
