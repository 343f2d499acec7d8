// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;

/** Settings to read, with values of the data model. */
public interface ConfigRO extends ConfigBaseRO {

    /** The settings below the key. */
    Config getConfig(String key) throws InvalidSettingsException;
}
