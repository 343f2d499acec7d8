// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;

import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.TrainingMethod;

/** A training method that people can choose. Immutable; {@link #settings} give an equal one back, see {@link Step}. */
public interface RegisteredMethod extends TrainingMethod {

    /** @return what it tells about itself, the same for all its instances */
    TrainingMethodInfo info();

    @Override
    default String label() {
        return info().label();
    }

    @Override
    default Set<Claim> claims() {
        return info().claims();
    }
}
