// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
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

    /**
     * @param labelling how many classes an image belongs to
     * @param several says that images have several labels
     * @throws SettingsException with the first method that needs one class per image, if images have several labels
     */
    public void check(final Labelling labelling, final String several) {
        if (labelling == Labelling.SEVERAL) {
            methods.stream().filter(TrainingMethod::needsOneClass).findFirst().ifPresent(method -> {
                throw new SettingsException("Training recipe",
                    "must have no method that needs one class per image where " + several,
                    method.label(), "Remove the method from the training recipe.",
                    "Choose a label column with one class per image.");
            });
        }
    }

    /** @return everything that must be known about the training images */
    public Set<Column<?>> columns() {
        return methods.stream().flatMap(method -> method.columns().stream()).collect(Collectors.toSet());
    }

    /** @return names for people of what is measured after every epoch, in order */
    public List<String> measures() {
        return methods.stream().flatMap(method -> method.measures().stream()).toList();
    }

    /** Whether another number of epochs changes what is done in the first ones. */
    boolean dependsOnEpochs() {
        return methods.stream().anyMatch(TrainingMethod::dependsOnEpochs);
    }

    /** Whether an image of a batch may belong to several classes, so that a single right answer means nothing. */
    boolean mixesImages() {
        return methods.stream().anyMatch(method -> method.claims().contains(Claim.MIXING));
    }

    /** Lets every method join a training. */
    Parts join(final TrainingStart start) throws CanceledException {
        final List<Part> parts = new ArrayList<>();
        for (final TrainingMethod method : methods) {
            for (final Column<?> column : method.columns()) {
                if (start.images().column(column).isEmpty()) {
                    throw new DataException("Training images", "\"%s\" needs the %s of each, which is not known."
                        .formatted(method.label(), column), "Choose the column of the table that holds it.",
                        "Remove the method from the training recipe.");
                }
            }
            parts.add(method.join(start));
        }
        return new Parts(List.copyOf(parts));
    }
}
