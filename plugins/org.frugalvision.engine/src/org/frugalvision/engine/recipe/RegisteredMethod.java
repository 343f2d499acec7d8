// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.TrainingMethod;

/**
 * A training method that people can choose: a record whose components are its settings, see {@link Settings}.
 */
public interface RegisteredMethod extends TrainingMethod {

    /** @return what it tells about itself, the same for all its instances */
    TrainingMethodInfo info();

    @Override
    default String id() {
        return info().id();
    }

    @Override
    default String label() {
        return info().label();
    }

    @Override
    default boolean dependsOnEpochs() {
        return info().traits().contains(Trait.DEPENDS_ON_EPOCHS);
    }

    @Override
    default boolean needsOneClass() {
        return info().traits().contains(Trait.NEEDS_ONE_CLASS);
    }

    @Override
    default Map<String, String> settings() {
        return Settings.texts((Record)this);
    }

    @Override
    default Set<Claim> claims() {
        return info().claims();
    }

    @Override
    default Set<Column<?>> columns() {
        return info().columns();
    }
}
