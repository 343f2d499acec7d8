// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;

/**
 * Something that takes part in trainings, as settings: immutable, and one instance may serve many trainings. What takes
 * part in one training, and may remember things, is its {@link Part}.
 */
public interface TrainingMethod {

    /** @return its name in settings and provenances; never renamed */
    String id();

    /** @return names for people of what its {@link Part#measured part measures} after every epoch, in order */
    default List<String> measures() {
        return List.of();
    }

    /** @return whether another number of epochs changes what it does in the first ones */
    default boolean dependsOnEpochs() {
        return false;
    }

    /** @return whether it is defined for images of one class each only, not for those with several labels or none */
    default boolean needsOneClass() {
        return false;
    }

    /** @return its name for people */
    String label();

    /** @return everything that decides about what it does; part of the training's provenance */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** @return what it decides alone */
    default Set<Claim> claims() {
        return Set.of();
    }

    /** @return what it must know about every training image; a training on images that do not tell is refused */
    default Set<Column<?>> columns() {
        return Set.of();
    }

    /**
     * A training is about to start.
     *
     * @param start what is known before the first update
     * @return what takes part in it
     * @throws CanceledException if the work was canceled
     * @throws org.frugalvision.engine.run.DataException if network or images do not fit the method
     */
    Part join(TrainingStart start) throws CanceledException;

    /** @return the method as data */
    default Choice choice() {
        return new Choice(id(), settings());
    }
}
