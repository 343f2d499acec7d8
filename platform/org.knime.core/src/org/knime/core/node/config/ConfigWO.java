// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** Settings to write, with values of the data model. */
public interface ConfigWO extends ConfigBaseWO {

    /** Adds new empty settings below the key. */
    Config addConfig(String key);
}
