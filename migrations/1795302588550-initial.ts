import type { MigrationInterface, QueryRunner } from "typeorm";

export class Initial1795302588550 implements MigrationInterface {
  readonly name = "Initial1795302588550";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE TABLE `submission` (`id` varchar(24) NOT NULL, `organisation_id` varchar(64) NOT NULL, `mode` varchar(20) NOT NULL, `submission_key` varchar(100) NOT NULL, `fingerprint` varchar(64) NOT NULL, `record_type` varchar(40) NOT NULL, `receipt` longtext NOT NULL, `received_at` datetime(6) NOT NULL, INDEX `IDX_80876044cbe06a9380307756e6` (`organisation_id`, `record_type`, `received_at`), UNIQUE INDEX `IDX_4ef3896e64fa9be0d44499d5f7` (`organisation_id`, `mode`, `submission_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `pending_record` (`sequence` bigint NOT NULL AUTO_INCREMENT, `record_id` varchar(24) NOT NULL, `record_type` varchar(40) NOT NULL, `owner_id` varchar(24) NOT NULL, `source_key` varchar(100) NOT NULL, `action` varchar(20) NOT NULL, `base_version` int NULL, `effective_from` date NULL, `reason` varchar(40) NULL, `payload` longtext NOT NULL, `digest` varchar(64) NOT NULL, `waits_for_id` varchar(24) NULL, `waits_until` date NOT NULL, `submission_id` varchar(24) NOT NULL, `received_at` datetime(6) NOT NULL, `outcome` varchar(20) NULL, `findings` longtext NULL, `settled_at` datetime(6) NULL, INDEX `IDX_2b1b424210cd60f047d4adcdc1` (`owner_id`, `record_type`, `waits_until`), INDEX `IDX_d2ab749a98a2a985b8a7af03bd` (`record_id`), INDEX `IDX_154c148d849e5665b788588f4b` (`waits_for_id`), PRIMARY KEY (`sequence`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `record_head` (`record_id` varchar(24) NOT NULL, `version` int NOT NULL, `digest` varchar(64) NULL, `voided` tinyint NOT NULL, PRIMARY KEY (`record_id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `record_version` (`sequence` bigint NOT NULL AUTO_INCREMENT, `record_id` varchar(24) NOT NULL, `version` int NOT NULL, `record_type` varchar(40) NOT NULL, `owner_id` varchar(24) NOT NULL, `source_key` varchar(100) NOT NULL, `action` varchar(20) NOT NULL, `effective_from` date NULL, `reason` varchar(40) NULL, `payload` longtext NOT NULL, `digest` varchar(64) NOT NULL, `submission_id` varchar(24) NOT NULL, `received_at` datetime(6) NOT NULL, `rule_set_version` varchar(20) NOT NULL, INDEX `IDX_90046a0eb1f524d3d6f1effaa7` (`owner_id`, `record_type`, `received_at`), UNIQUE INDEX `IDX_a191411d3941bb205c38ff49bd` (`record_id`, `version`), PRIMARY KEY (`sequence`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `enterprise` (`uscc` varchar(18) NOT NULL, `name` varchar(200) NOT NULL, `region_code` varchar(9) NOT NULL, `address` varchar(300) NOT NULL, `sector` varchar(40) NOT NULL, `industry_code` varchar(10) NOT NULL, `headcount` int NOT NULL, `operating_status` varchar(40) NOT NULL, `obligated` tinyint NOT NULL, `risk_grade` varchar(40) NULL, `graded_on` date NULL, `standardisation_grade` int NULL, `licence_no` varchar(60) NULL, `licence_expiry` date NULL, `legal_representative` varchar(60) NULL, `safety_manager_name` varchar(60) NULL, `safety_manager_phone` varchar(30) NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_ddff7381d4281912c7ef03d915` (`region_code`, `sector`), INDEX `IDX_5059f35d8573d72efdc2289111` (`region_code`, `uscc`), UNIQUE INDEX `IDX_c8f2c226bf7ff9f7da15710c1e` (`uscc`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `insurer` (`org_code` varchar(30) NOT NULL, `name` varchar(200) NOT NULL, `uscc` varchar(18) NOT NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_5d1b5302c7cfe9800c054e5629` (`uscc`), UNIQUE INDEX `IDX_e1864dbc5546f08dcb2447a77f` (`org_code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `policy` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `policy_no` varchar(50) NOT NULL, `signed_on` date NOT NULL, `start_date` date NOT NULL, `end_date` date NOT NULL, `sum_insured_per_person_fen` bigint NOT NULL, `limit_per_accident_fen` bigint NOT NULL, `limit_aggregate_fen` bigint NOT NULL, `insured_count` int NOT NULL, `written_premium_fen` bigint NOT NULL, `base_premium_fen` bigint NOT NULL, `rate_factor` decimal(8,4) NOT NULL, `rate_permille` decimal(10,4) NOT NULL, `commission_fen` bigint NOT NULL, `service_fee_pct` decimal(5,2) NOT NULL, `agreed_frequency` int NOT NULL, `agreed_items` text NOT NULL, `cancelled_on` date NULL, `cancelled_reason` varchar(40) NULL, `renewal_of_id` varchar(24) NULL, `id` varchar(24) NOT NULL, INDEX `IDX_5a6c63760ef1dd95ba21b8dba2` (`renewal_of_id`), INDEX `IDX_bbede6afe16790382604ad9e91` (`region_code`, `start_date`), INDEX `IDX_70f13ab03958967f87bb2b2a64` (`enterprise_id`, `start_date`), INDEX `IDX_827d7a98929e72cf53f7e1f3f6` (`insurer_id`, `start_date`), INDEX `IDX_ed002dc0eb3918b2d308f6e304` (`insurer_id`, `policy_no`), UNIQUE INDEX `IDX_459644fb9719ddd056eb75204e` (`insurer_id`, `source_key`), INDEX `IDX_b7806a414c3e99de252571139c` (`start_date`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_agency` (`uscc` varchar(18) NOT NULL, `name` varchar(200) NOT NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_de8bb1f1e6bc783af837aece9f` (`uscc`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `organisation` (`code` varchar(60) NOT NULL, `client_id` varchar(100) NOT NULL, `name` varchar(200) NOT NULL, `type` varchar(40) NOT NULL, `region_prefix` varchar(9) NOT NULL, `sectors` text NULL, `insurer_id` varchar(24) NULL, `service_agency_id` varchar(24) NULL, `enterprise_id` varchar(24) NULL, `active` tinyint NOT NULL, `not_before` bigint NOT NULL DEFAULT '0', `id` varchar(24) NOT NULL, INDEX `IDX_e298a62cebc54c3a45d73bb90a` (`enterprise_id`), INDEX `IDX_f5d636b52a0d9d1f7898566d2a` (`service_agency_id`), INDEX `IDX_0b7363bd9128f22be77145ac37` (`insurer_id`), UNIQUE INDEX `IDX_6948762778783f4f977b374715` (`client_id`), UNIQUE INDEX `IDX_6a3122daf3cb06cb4f1f87ae64` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `accident_report` (`enterprise_id` varchar(24) NOT NULL, `reported_by_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `occurred_at` datetime(6) NOT NULL, `grade` varchar(40) NOT NULL, `deaths` int NOT NULL, `injuries` int NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `id` varchar(24) NOT NULL, INDEX `IDX_b9475bfcdec7b93761e817295c` (`region_code`, `occurred_at`), INDEX `IDX_c85123ad2ae89176e7f0e4d0b2` (`enterprise_id`, `occurred_at`), UNIQUE INDEX `IDX_79bd950c0a2ba29a38aebb474a` (`reported_by_id`, `source_key`), INDEX `IDX_9441c967571f061b7deebcc9e7` (`occurred_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `claim` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `claim_no` varchar(50) NOT NULL, `policy_id` varchar(24) NOT NULL, `status` varchar(40) NOT NULL, `accident_at` datetime(6) NOT NULL, `place_region_code` varchar(9) NOT NULL, `place_address` varchar(300) NOT NULL, `accident_type` varchar(10) NOT NULL, `grade` varchar(40) NOT NULL, `deaths` int NOT NULL, `serious_injuries` int NOT NULL, `minor_injuries` int NOT NULL, `cause` text NULL, `reported_at` datetime(6) NOT NULL, `registered_at` datetime(6) NULL, `assessed_at` datetime(6) NULL, `agreed_at` datetime(6) NULL, `refused_at` datetime(6) NULL, `refusal_notified_at` datetime(6) NULL, `closed_at` datetime(6) NULL, `reserve_fen` bigint NULL, `assessed_employee_injury_fen` bigint NULL, `assessed_third_party_injury_fen` bigint NULL, `assessed_third_party_property_fen` bigint NULL, `assessed_rescue_fen` bigint NULL, `assessed_medical_fen` bigint NULL, `assessed_appraisal_fen` bigint NULL, `assessed_legal_fen` bigint NULL, `assessed_other_fen` bigint NULL, `id` varchar(24) NOT NULL, INDEX `IDX_1e512b25e895b4d1f6c885de76` (`region_code`, `accident_at`), INDEX `IDX_cb33c43293a7b7e2b4ae4d056a` (`policy_id`, `accident_at`), INDEX `IDX_75a2addacff9e9396bf6ccf24a` (`enterprise_id`, `accident_at`), INDEX `IDX_2130410db69069ed9a6c573cc3` (`insurer_id`, `accident_at`), INDEX `IDX_1cacaacf44808009e966a52aef` (`insurer_id`, `claim_no`), UNIQUE INDEX `IDX_695417795b5cff1b0ca97f81d9` (`insurer_id`, `source_key`), INDEX `IDX_2561885087cb6408151763fb6b` (`accident_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `casualty` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `claim_id` varchar(24) NOT NULL, `party` varchar(40) NOT NULL, `injury` varchar(40) NOT NULL, `name` varchar(60) NOT NULL, `id_number` varchar(30) NULL, `id_number_hmac` char(64) NULL, `documents` text NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_ecb582af29e240fbcfff7b972d` (`id_number_hmac`), INDEX `IDX_91c6b4346a22bbd04363f28dd3` (`region_code`), INDEX `IDX_2e204a8da56d218f536401826c` (`enterprise_id`), INDEX `IDX_46f2dc80592fd7433127dff91f` (`claim_id`), UNIQUE INDEX `IDX_520460db222d1caf32337eb542` (`insurer_id`, `source_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `claim_payment` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `claim_id` varchar(24) NOT NULL, `paid_at` datetime(6) NOT NULL, `kind` varchar(40) NOT NULL, `head` varchar(40) NOT NULL, `amount_fen` bigint NOT NULL, `payee` varchar(200) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_ad8c23bb65ffa353f029a7dff4` (`region_code`, `paid_at`), INDEX `IDX_bd47fce04cf498516ba8b520a1` (`enterprise_id`, `paid_at`), INDEX `IDX_18ad4cbb65983edf654d3c0830` (`insurer_id`, `paid_at`), INDEX `IDX_aba17eae5711bf57c7fca8cc81` (`claim_id`, `paid_at`), UNIQUE INDEX `IDX_a9f9c660ea8764c99f35597709` (`insurer_id`, `source_key`), INDEX `IDX_1fea0ade4662f31ccb021077f9` (`paid_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `complaint` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `filed_at` datetime(6) NOT NULL, `content` text NOT NULL, `needs_verifying` tinyint NOT NULL, `extended_at` datetime(6) NULL, `replied_at` datetime(6) NULL, `result` varchar(40) NULL, `reply` text NULL, `id` varchar(24) NOT NULL, INDEX `IDX_fb61a4cf2dff7e240a3c5431d7` (`region_code`, `filed_at`), INDEX `IDX_e997ecc32c1028b8d1b800be30` (`enterprise_id`, `filed_at`), INDEX `IDX_092aeae527eaa091d509ad2227` (`insurer_id`, `filed_at`), UNIQUE INDEX `IDX_ffc364269e39d898cf190805fc` (`insurer_id`, `source_key`), INDEX `IDX_4e50532c573a72df0f152a1b95` (`filed_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `evaluation` (`insurer_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `year` int NOT NULL, `grade` varchar(40) NOT NULL, `report` text NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_fc7539c8d766e31afc35c66228` (`region_code`, `year`), INDEX `IDX_48c1262384fea2c30c6de385e8` (`insurer_id`, `year`), UNIQUE INDEX `IDX_49bccc301b68ea15b2afaf646e` (`insurer_id`, `source_key`), INDEX `IDX_cabc6c73b5daff54b6c90e8b55` (`year`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `evaluation_indicator` (`evaluation_id` varchar(24) NOT NULL, `insurer_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `code` varchar(40) NOT NULL, `name` varchar(100) NOT NULL, `value` decimal(14,4) NULL, `score` decimal(7,2) NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_3dbffbebbd606a6b9786b815d8` (`evaluation_id`, `code`), UNIQUE INDEX `IDX_f9d533186de6ff3b82e00553a2` (`insurer_id`, `source_key`), INDEX `IDX_b8dff1c55a07700da1ab76a970` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_plan` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `policy_id` varchar(24) NOT NULL, `items` text NOT NULL, `measures` text NOT NULL, `frequency` int NOT NULL, `persons` text NOT NULL, `goals` text NOT NULL, `safeguards` text NOT NULL, `needs` text NULL, `budget_fen` bigint NULL, `period_from` date NOT NULL, `period_to` date NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_12ffb4be708705d467953eeb08` (`region_code`, `period_from`), INDEX `IDX_a214ce905509ff308ded45bf32` (`service_agency_id`, `period_from`), INDEX `IDX_b431abab9a9774dec2cf41b1c3` (`enterprise_id`, `period_from`), INDEX `IDX_e86a8ff5ab706cd1ce2beb67bd` (`policy_id`, `period_from`), UNIQUE INDEX `IDX_a5b3a44687783526fa1dac8776` (`insurer_id`, `source_key`), INDEX `IDX_cac58e5298c8966ccad7febef3` (`period_from`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_record` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `plan_id` varchar(24) NULL, `policy_id` varchar(24) NOT NULL, `item` varchar(10) NOT NULL, `mode` varchar(40) NOT NULL, `started_at` datetime(6) NOT NULL, `ended_at` datetime(6) NULL, `place` varchar(300) NULL, `lat` decimal(9,6) NULL, `lon` decimal(9,6) NULL, `datum` varchar(40) NULL, `measures` text NULL, `process` text NULL, `attendees` int NULL, `hazards_found` int NULL, `cost_fen` bigint NULL, `return_visit_at` datetime(6) NULL, `return_visit_method` varchar(40) NULL, `return_visit_satisfaction` int NULL, `return_visit_opinion` text NULL, `insurer_confirmed_at` datetime(6) NULL, `enterprise_confirmed_at` datetime(6) NULL, `archived_at` datetime(6) NULL, `status` varchar(40) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_f4acc618d3a8e3adb0791e6be9` (`region_code`, `started_at`), INDEX `IDX_43f70112dea4af165defc3e7d6` (`service_agency_id`, `started_at`), INDEX `IDX_0ed27153d9305d1269a4cddad4` (`insurer_id`, `started_at`), INDEX `IDX_b869af4eb6b3420bacd1f63a17` (`enterprise_id`, `started_at`), INDEX `IDX_1988aff9caaee75ea30ba833b2` (`policy_id`, `started_at`), INDEX `IDX_8a72606aa8596421acf5b5fa92` (`plan_id`, `started_at`), UNIQUE INDEX `IDX_d100d225576507a6fe252bfbf0` (`insurer_id`, `source_key`), INDEX `IDX_317ab26e0e661873316e742b27` (`started_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `fee_entry` (`insurer_id` varchar(24) NOT NULL, `sector` varchar(40) NULL, `policy_id` varchar(24) NULL, `enterprise_id` varchar(24) NULL, `service_record_id` varchar(24) NULL, `reverses_id` varchar(24) NULL, `kind` varchar(40) NOT NULL, `region_code` varchar(9) NOT NULL, `year` int NOT NULL, `booked_on` date NOT NULL, `amount_fen` bigint NOT NULL, `category` varchar(40) NULL, `payee` varchar(200) NULL, `invoice_no` varchar(50) NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_c1006f83fc17ca8020b1fc9d57` (`year`, `region_code`), INDEX `IDX_a2e2e8bde809e8a7dfdd87ba40` (`region_code`, `booked_on`), INDEX `IDX_0483b8f27415de0080643c9248` (`service_record_id`, `booked_on`), INDEX `IDX_8a497d93b9af9c5a5ca90aeab1` (`policy_id`, `booked_on`), INDEX `IDX_20f7a378043d6093c124effd05` (`enterprise_id`, `booked_on`), INDEX `IDX_e3ca6a0ef6bcab1a6a64535a03` (`insurer_id`, `booked_on`), UNIQUE INDEX `IDX_95cdcf9a70155c86c7e9ceced4` (`insurer_id`, `source_key`), INDEX `IDX_783c79c6461b6dfd809ad3701c` (`booked_on`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `hazard` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `service_record_id` varchar(24) NULL, `policy_id` varchar(24) NULL, `level` varchar(40) NOT NULL, `criterion_code` varchar(40) NULL, `description` text NOT NULL, `place` varchar(300) NULL, `found_at` datetime(6) NOT NULL, `deadline` date NOT NULL, `responsible_person` varchar(60) NULL, `status` varchar(40) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_9612631736053671862976af63` (`level`, `status`, `deadline`), INDEX `IDX_e92dbbf34fae5ffac68028006f` (`region_code`, `found_at`), INDEX `IDX_f4ec8012efd707ee7d06d631dd` (`service_agency_id`, `found_at`), INDEX `IDX_885f35f62cafd42190f6118f9b` (`insurer_id`, `found_at`), INDEX `IDX_18ef32c6c56647e73bcd28e663` (`enterprise_id`, `found_at`), INDEX `IDX_d712a49d1c27b37482e37db818` (`policy_id`, `found_at`), INDEX `IDX_59e73d8c7ad286472c0abc13c6` (`service_record_id`, `found_at`), UNIQUE INDEX `IDX_e3721f7269b7159d6afa278fee` (`insurer_id`, `source_key`), INDEX `IDX_c88d19256f85506f471d7df720` (`found_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `hazard_event` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `hazard_id` varchar(24) NOT NULL, `kind` varchar(40) NOT NULL, `at` datetime(6) NOT NULL, `person` varchar(60) NULL, `recipient` varchar(60) NULL, `role` varchar(40) NULL, `method` varchar(40) NULL, `evidence_digest` varchar(64) NULL, `note` text NULL, `id` varchar(24) NOT NULL, INDEX `IDX_e7b953fd766d2bf2a4857423e2` (`region_code`, `at`), INDEX `IDX_987d56890f594ffd6e38ea1b51` (`hazard_id`, `at`), UNIQUE INDEX `IDX_3b5c5da372c086c9bdc2f4ab7d` (`insurer_id`, `source_key`), INDEX `IDX_67d290e528604e3bbe1a1f7a86` (`at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_evidence` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `service_record_id` varchar(24) NOT NULL, `digest` varchar(64) NOT NULL, `kind` varchar(40) NOT NULL, `captured_at` datetime(6) NOT NULL, `lat` decimal(9,6) NULL, `lon` decimal(9,6) NULL, `id` varchar(24) NOT NULL, INDEX `IDX_dd95ebbe41b78ab864cf08f644` (`digest`), INDEX `IDX_5054329004cbec98ba7dbc6e3a` (`region_code`, `captured_at`), INDEX `IDX_97e5e4a520439810c1d65933ce` (`service_record_id`, `captured_at`), UNIQUE INDEX `IDX_ed9b18e55f1e61d7f2265978d5` (`insurer_id`, `source_key`), INDEX `IDX_011cd46c051ab31735b8642c14` (`captured_at`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `expert` (`name` varchar(60) NOT NULL, `id_number_hmac` char(64) NOT NULL, `id_number_masked` varchar(18) NOT NULL, `title` varchar(60) NOT NULL, `specialities` text NOT NULL, `certificates` text NOT NULL, `insurer_id` varchar(24) NULL, `service_agency_id` varchar(24) NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `id` varchar(24) NOT NULL, INDEX `IDX_6b4577143b84c4b7bfcaff2939` (`id_number_hmac`), INDEX `IDX_6e6c1863b75556b51a8a551fdb` (`service_agency_id`), UNIQUE INDEX `IDX_6922c379283539a302d76433af` (`insurer_id`, `source_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_record_expert` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `service_agency_id` varchar(24) NULL, `service_record_id` varchar(24) NOT NULL, `expert_id` varchar(24) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_5f0a42a424826ac59b80d1670b` (`expert_id`), UNIQUE INDEX `IDX_4c6556094d89aa422a0ac8278e` (`service_record_id`, `expert_id`), UNIQUE INDEX `IDX_cd0ec635595fb95f892bc8326c` (`insurer_id`, `source_key`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `calendar_exception` (`day` date NOT NULL, `working` tinyint NOT NULL, `note` varchar(200) NOT NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_39257e991e123e15036e7f7ed7` (`day`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `dictionary_entry` (`dictionary` varchar(40) NOT NULL, `code` varchar(60) NOT NULL, `name_zh` varchar(200) NOT NULL, `name_en` varchar(200) NULL, `standard` varchar(100) NULL, `effective_from` date NOT NULL, `effective_to` date NULL, `legal_basis` varchar(300) NULL, `id` varchar(24) NOT NULL, INDEX `IDX_75dd65f41f8149a343235bc62c` (`code`), UNIQUE INDEX `IDX_f42af47cd359ffdc0d8f71146a` (`dictionary`, `code`, `effective_from`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `insurer_branch` (`org_code` varchar(30) NOT NULL, `name` varchar(200) NOT NULL, `level` varchar(40) NOT NULL, `region_code` varchar(9) NOT NULL, `uscc` varchar(18) NULL, `insurer_id` varchar(24) NOT NULL, `parent_id` varchar(24) NULL, `id` varchar(24) NOT NULL, INDEX `IDX_02c5a56a7cf10f2f817101c228` (`parent_id`), INDEX `IDX_641b85f9512fcc841939793a9c` (`insurer_id`, `org_code`), UNIQUE INDEX `IDX_f102c8a24a983a179d128c06ad` (`org_code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `region_parameter` (`key` varchar(60) NOT NULL, `region_prefix` varchar(9) NOT NULL, `value` decimal(20,4) NOT NULL, `unit` varchar(40) NOT NULL, `effective_from` date NOT NULL, `effective_to` date NULL, `legal_basis` varchar(300) NOT NULL, `id` varchar(24) NOT NULL, UNIQUE INDEX `IDX_e9a84f0489fa68e3623c8e9ecc` (`key`, `region_prefix`, `effective_from`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `region` (`code` varchar(9) NOT NULL, `name` varchar(100) NOT NULL, `level` varchar(40) NOT NULL, `parent_id` varchar(24) NULL, `effective_from` date NOT NULL, `effective_to` date NULL, `id` varchar(24) NOT NULL, INDEX `IDX_9171740be6a6d4b474632b2b5c` (`parent_id`, `code`), UNIQUE INDEX `IDX_74f7723fdff738f92929c0056c` (`code`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `roster_entry` (`enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `enterprise_sector` varchar(40) NOT NULL, `sector` varchar(40) NOT NULL, `listed_on` date NOT NULL, `delisted_on` date NULL, `source` varchar(200) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_e7104ad7a6adf3d04aa62690ae` (`region_code`, `listed_on`), UNIQUE INDEX `IDX_f30df58a246edeaa35fdc3557f` (`enterprise_id`, `listed_on`, `sector`), INDEX `IDX_215ff8d5dc8f2afbfda5cfa0bf` (`listed_on`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `service_agency_qualification` (`service_agency_id` varchar(24) NOT NULL, `item` varchar(10) NOT NULL, `sector` varchar(40) NULL, `valid_from` date NOT NULL, `valid_to` date NULL, `id` varchar(24) NOT NULL, INDEX `IDX_e9507c40f679f23003e139a7b1` (`valid_from`), INDEX `IDX_522fe8d2cb1d67017b4aa5b72a` (`service_agency_id`, `valid_from`), UNIQUE INDEX `IDX_4526a061fad203a4a9f5030e5b` (`service_agency_id`, `item`, `sector`, `valid_from`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `premium_receipt` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `policy_id` varchar(24) NOT NULL, `received_on` date NOT NULL, `amount_fen` bigint NOT NULL, `kind` varchar(40) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_9f1bcd20281e3af8b714a7f8bb` (`region_code`, `received_on`), INDEX `IDX_d0c1da07dd29f2472719065abb` (`enterprise_id`, `received_on`), INDEX `IDX_fb731f91732efff73183d0570d` (`insurer_id`, `received_on`), INDEX `IDX_78f43e06fd6127f507cc98d9c9` (`policy_id`, `received_on`), UNIQUE INDEX `IDX_1bcf3e80ceb8b9844992241ff7` (`insurer_id`, `source_key`), INDEX `IDX_cb0ceaaeddf14019ac950585ef` (`received_on`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `endorsement` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `policy_id` varchar(24) NOT NULL, `effective_from` date NOT NULL, `premium_change_fen` bigint NOT NULL, `reason` varchar(300) NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_bc5810365e3642ccd7ebe13a03` (`region_code`, `effective_from`), INDEX `IDX_fef3c004eacd9a19b9f4223043` (`enterprise_id`, `effective_from`), INDEX `IDX_973d68d5b9ebf9d9b27ee8dd01` (`insurer_id`, `effective_from`), INDEX `IDX_28a6cfce0bde6f70af9a7800c3` (`policy_id`, `effective_from`), UNIQUE INDEX `IDX_e34a4d6ad181174bcfeffe82b8` (`insurer_id`, `source_key`), INDEX `IDX_727977bff1798d9330d6d1a558` (`effective_from`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "CREATE TABLE `policy_co_insurance` (`insurer_id` varchar(24) NOT NULL, `enterprise_id` varchar(24) NOT NULL, `region_code` varchar(9) NOT NULL, `sector` varchar(40) NOT NULL, `source_key` varchar(100) NOT NULL, `version` int NOT NULL, `voided` tinyint NOT NULL DEFAULT '0', `policy_id` varchar(24) NOT NULL, `co_insurer_id` varchar(24) NULL, `insurer_name` varchar(200) NOT NULL, `role` varchar(40) NOT NULL, `share_bp` int NOT NULL, `id` varchar(24) NOT NULL, INDEX `IDX_19d19cf34e4b9b6024747d5e55` (`region_code`, `insurer_name`), INDEX `IDX_984e224edacba0c9c6700bf4ec` (`enterprise_id`, `insurer_name`), INDEX `IDX_f18465ae114d9764eae32ab34d` (`co_insurer_id`), INDEX `IDX_9bb9913371353dcdd6fa709cda` (`policy_id`, `insurer_name`), UNIQUE INDEX `IDX_3219b54af050d9302635a6edf7` (`insurer_id`, `source_key`), INDEX `IDX_4b8282c987ae3493c4478793e1` (`insurer_name`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
    );
    await runner.query(
      "ALTER TABLE `pending_record` ADD CONSTRAINT `FK_957b6c0bb8cc4a2488301727f1e` FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `record_version` ADD CONSTRAINT `FK_a1f7bf724ad5ddaeb255335b55f` FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy` ADD CONSTRAINT `FK_7c89fccdf9eb18f8202869a7091` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy` ADD CONSTRAINT `FK_ba153c2a5c5c9ac4c0c41772792` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy` ADD CONSTRAINT `FK_5a6c63760ef1dd95ba21b8dba28` FOREIGN KEY (`renewal_of_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `organisation` ADD CONSTRAINT `FK_0b7363bd9128f22be77145ac37c` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `organisation` ADD CONSTRAINT `FK_f5d636b52a0d9d1f7898566d2ae` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `organisation` ADD CONSTRAINT `FK_e298a62cebc54c3a45d73bb90aa` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `accident_report` ADD CONSTRAINT `FK_9b21484d70097d6740073d15ea4` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `accident_report` ADD CONSTRAINT `FK_9543324dc2023c9109c56c85d58` FOREIGN KEY (`reported_by_id`) REFERENCES `organisation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim` ADD CONSTRAINT `FK_1e5192f242c0b26ce4ba9f4b5d9` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim` ADD CONSTRAINT `FK_f7f726dec77799b9f6b2f002691` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim` ADD CONSTRAINT `FK_65c2dc666d8826eb6bc69dcda6e` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `casualty` ADD CONSTRAINT `FK_ee99680907b9f3d9bad6ccdeaf4` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `casualty` ADD CONSTRAINT `FK_2e204a8da56d218f536401826c6` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `casualty` ADD CONSTRAINT `FK_46f2dc80592fd7433127dff91f2` FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` ADD CONSTRAINT `FK_99124946ce5c86fb673a7fb7225` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` ADD CONSTRAINT `FK_522371cc84434d11143aff834f9` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` ADD CONSTRAINT `FK_c5df18fda7074cf86072e603774` FOREIGN KEY (`claim_id`) REFERENCES `claim`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `complaint` ADD CONSTRAINT `FK_07694f70f32e612f5e6e320c414` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `complaint` ADD CONSTRAINT `FK_42a6110501caa872efa906a8120` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `evaluation` ADD CONSTRAINT `FK_e0e9c28864bdb3b125028cc5df3` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `evaluation_indicator` ADD CONSTRAINT `FK_728bd850ebed19a7c1d1c33fea2` FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `evaluation_indicator` ADD CONSTRAINT `FK_95f28bbe39025a9934b3d815566` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_plan` ADD CONSTRAINT `FK_73a8d4a5fd75b4d1a71ef1747db` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_plan` ADD CONSTRAINT `FK_90fb6b8708968a1b991983f2441` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_plan` ADD CONSTRAINT `FK_27ee491b5b8b1bd4b9be0abd19d` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_plan` ADD CONSTRAINT `FK_85bed76ad939a78bf430d0fad19` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record` ADD CONSTRAINT `FK_42a9a8f0932682d47e80abf9d5e` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record` ADD CONSTRAINT `FK_432250a46f1d7a11274467a4265` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record` ADD CONSTRAINT `FK_fef1af20308ac189f49aa22f62e` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record` ADD CONSTRAINT `FK_896a447c85da655d1e09207e567` FOREIGN KEY (`plan_id`) REFERENCES `service_plan`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record` ADD CONSTRAINT `FK_f713201c4bcc64168fe96301c7d` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` ADD CONSTRAINT `FK_09305b6fe3c5b668c01660204c5` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` ADD CONSTRAINT `FK_31a32a71791d3d0033038edf039` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` ADD CONSTRAINT `FK_81f0edd05bdfda0980db106048d` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` ADD CONSTRAINT `FK_045f6c9ae569253533446d3484f` FOREIGN KEY (`service_record_id`) REFERENCES `service_record`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` ADD CONSTRAINT `FK_d07c772238c91e5fbe0ed9e33fb` FOREIGN KEY (`reverses_id`) REFERENCES `fee_entry`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard` ADD CONSTRAINT `FK_35aa5e11467e065c81403ac1924` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard` ADD CONSTRAINT `FK_48115a6340a31affbc20b5a2a16` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard` ADD CONSTRAINT `FK_3d468e2588266f18a713f3e9f78` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard` ADD CONSTRAINT `FK_f393bf0c2a77a9a96edcbfbcc77` FOREIGN KEY (`service_record_id`) REFERENCES `service_record`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard` ADD CONSTRAINT `FK_499bbe82a228dae6e3f9cbea998` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` ADD CONSTRAINT `FK_c421aa7b43c090e058573e83d95` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` ADD CONSTRAINT `FK_cb0ec6e733f7216d9b52c4205b1` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` ADD CONSTRAINT `FK_febc1d8f9cf6a0132091047b9df` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` ADD CONSTRAINT `FK_1ca37d58354df1ca815641ff4ff` FOREIGN KEY (`hazard_id`) REFERENCES `hazard`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` ADD CONSTRAINT `FK_d3405905370ae652b6d3e49dc76` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` ADD CONSTRAINT `FK_1d8f02ab67beef28646b52b98ae` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` ADD CONSTRAINT `FK_b3538c775f295c908d738d1a323` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` ADD CONSTRAINT `FK_6a38e0a42d2614e00e76aea4a63` FOREIGN KEY (`service_record_id`) REFERENCES `service_record`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `expert` ADD CONSTRAINT `FK_1945d272fa61bef2bdce21a48b6` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `expert` ADD CONSTRAINT `FK_6e6c1863b75556b51a8a551fdbd` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` ADD CONSTRAINT `FK_5f37938f9c209b33cee655f74f3` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` ADD CONSTRAINT `FK_b9baa95e1768d73f981c938e3a8` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` ADD CONSTRAINT `FK_200f77df59423ea39b2f8d9acd9` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` ADD CONSTRAINT `FK_dd94724495770c4c7a2ac47759e` FOREIGN KEY (`service_record_id`) REFERENCES `service_record`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` ADD CONSTRAINT `FK_5f0a42a424826ac59b80d1670bc` FOREIGN KEY (`expert_id`) REFERENCES `expert`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `insurer_branch` ADD CONSTRAINT `FK_9bc427cfefecad843bf1fcfe872` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `insurer_branch` ADD CONSTRAINT `FK_02c5a56a7cf10f2f817101c2289` FOREIGN KEY (`parent_id`) REFERENCES `insurer_branch`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `region` ADD CONSTRAINT `FK_2547f55866c0274d35fdd9a29c0` FOREIGN KEY (`parent_id`) REFERENCES `region`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `roster_entry` ADD CONSTRAINT `FK_6b9f16009c961ed4e68fe890dba` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `service_agency_qualification` ADD CONSTRAINT `FK_95d2b50eeb8b102d6656bb06eaf` FOREIGN KEY (`service_agency_id`) REFERENCES `service_agency`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` ADD CONSTRAINT `FK_88a45145cde202de158189b94ec` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` ADD CONSTRAINT `FK_c7cc35ecd0402508e0bf0f85b77` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` ADD CONSTRAINT `FK_c5f66713e50066cc571b22330ad` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `endorsement` ADD CONSTRAINT `FK_379b26769067566e065aa6aded9` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `endorsement` ADD CONSTRAINT `FK_3440bbd5348a3a8bd79afe8a6aa` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `endorsement` ADD CONSTRAINT `FK_84c5266ed05e2632c6e2726110a` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` ADD CONSTRAINT `FK_aa5acd391c406bcaf29e5ba8f2c` FOREIGN KEY (`insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` ADD CONSTRAINT `FK_2e1b46c953ebb68016b8d95846f` FOREIGN KEY (`enterprise_id`) REFERENCES `enterprise`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` ADD CONSTRAINT `FK_3b7e27dbb7e82ce41a5a157c990` FOREIGN KEY (`policy_id`) REFERENCES `policy`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` ADD CONSTRAINT `FK_f18465ae114d9764eae32ab34db` FOREIGN KEY (`co_insurer_id`) REFERENCES `insurer`(`id`) ON DELETE RESTRICT ON UPDATE RESTRICT",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "ALTER TABLE `policy_co_insurance` DROP FOREIGN KEY `FK_f18465ae114d9764eae32ab34db`",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` DROP FOREIGN KEY `FK_3b7e27dbb7e82ce41a5a157c990`",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` DROP FOREIGN KEY `FK_2e1b46c953ebb68016b8d95846f`",
    );
    await runner.query(
      "ALTER TABLE `policy_co_insurance` DROP FOREIGN KEY `FK_aa5acd391c406bcaf29e5ba8f2c`",
    );
    await runner.query(
      "ALTER TABLE `endorsement` DROP FOREIGN KEY `FK_84c5266ed05e2632c6e2726110a`",
    );
    await runner.query(
      "ALTER TABLE `endorsement` DROP FOREIGN KEY `FK_3440bbd5348a3a8bd79afe8a6aa`",
    );
    await runner.query(
      "ALTER TABLE `endorsement` DROP FOREIGN KEY `FK_379b26769067566e065aa6aded9`",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` DROP FOREIGN KEY `FK_c5f66713e50066cc571b22330ad`",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` DROP FOREIGN KEY `FK_c7cc35ecd0402508e0bf0f85b77`",
    );
    await runner.query(
      "ALTER TABLE `premium_receipt` DROP FOREIGN KEY `FK_88a45145cde202de158189b94ec`",
    );
    await runner.query(
      "ALTER TABLE `service_agency_qualification` DROP FOREIGN KEY `FK_95d2b50eeb8b102d6656bb06eaf`",
    );
    await runner.query(
      "ALTER TABLE `roster_entry` DROP FOREIGN KEY `FK_6b9f16009c961ed4e68fe890dba`",
    );
    await runner.query(
      "ALTER TABLE `region` DROP FOREIGN KEY `FK_2547f55866c0274d35fdd9a29c0`",
    );
    await runner.query(
      "ALTER TABLE `insurer_branch` DROP FOREIGN KEY `FK_02c5a56a7cf10f2f817101c2289`",
    );
    await runner.query(
      "ALTER TABLE `insurer_branch` DROP FOREIGN KEY `FK_9bc427cfefecad843bf1fcfe872`",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` DROP FOREIGN KEY `FK_5f0a42a424826ac59b80d1670bc`",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` DROP FOREIGN KEY `FK_dd94724495770c4c7a2ac47759e`",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` DROP FOREIGN KEY `FK_200f77df59423ea39b2f8d9acd9`",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` DROP FOREIGN KEY `FK_b9baa95e1768d73f981c938e3a8`",
    );
    await runner.query(
      "ALTER TABLE `service_record_expert` DROP FOREIGN KEY `FK_5f37938f9c209b33cee655f74f3`",
    );
    await runner.query(
      "ALTER TABLE `expert` DROP FOREIGN KEY `FK_6e6c1863b75556b51a8a551fdbd`",
    );
    await runner.query(
      "ALTER TABLE `expert` DROP FOREIGN KEY `FK_1945d272fa61bef2bdce21a48b6`",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` DROP FOREIGN KEY `FK_6a38e0a42d2614e00e76aea4a63`",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` DROP FOREIGN KEY `FK_b3538c775f295c908d738d1a323`",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` DROP FOREIGN KEY `FK_1d8f02ab67beef28646b52b98ae`",
    );
    await runner.query(
      "ALTER TABLE `service_evidence` DROP FOREIGN KEY `FK_d3405905370ae652b6d3e49dc76`",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` DROP FOREIGN KEY `FK_1ca37d58354df1ca815641ff4ff`",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` DROP FOREIGN KEY `FK_febc1d8f9cf6a0132091047b9df`",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` DROP FOREIGN KEY `FK_cb0ec6e733f7216d9b52c4205b1`",
    );
    await runner.query(
      "ALTER TABLE `hazard_event` DROP FOREIGN KEY `FK_c421aa7b43c090e058573e83d95`",
    );
    await runner.query(
      "ALTER TABLE `hazard` DROP FOREIGN KEY `FK_499bbe82a228dae6e3f9cbea998`",
    );
    await runner.query(
      "ALTER TABLE `hazard` DROP FOREIGN KEY `FK_f393bf0c2a77a9a96edcbfbcc77`",
    );
    await runner.query(
      "ALTER TABLE `hazard` DROP FOREIGN KEY `FK_3d468e2588266f18a713f3e9f78`",
    );
    await runner.query(
      "ALTER TABLE `hazard` DROP FOREIGN KEY `FK_48115a6340a31affbc20b5a2a16`",
    );
    await runner.query(
      "ALTER TABLE `hazard` DROP FOREIGN KEY `FK_35aa5e11467e065c81403ac1924`",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` DROP FOREIGN KEY `FK_d07c772238c91e5fbe0ed9e33fb`",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` DROP FOREIGN KEY `FK_045f6c9ae569253533446d3484f`",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` DROP FOREIGN KEY `FK_81f0edd05bdfda0980db106048d`",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` DROP FOREIGN KEY `FK_31a32a71791d3d0033038edf039`",
    );
    await runner.query(
      "ALTER TABLE `fee_entry` DROP FOREIGN KEY `FK_09305b6fe3c5b668c01660204c5`",
    );
    await runner.query(
      "ALTER TABLE `service_record` DROP FOREIGN KEY `FK_f713201c4bcc64168fe96301c7d`",
    );
    await runner.query(
      "ALTER TABLE `service_record` DROP FOREIGN KEY `FK_896a447c85da655d1e09207e567`",
    );
    await runner.query(
      "ALTER TABLE `service_record` DROP FOREIGN KEY `FK_fef1af20308ac189f49aa22f62e`",
    );
    await runner.query(
      "ALTER TABLE `service_record` DROP FOREIGN KEY `FK_432250a46f1d7a11274467a4265`",
    );
    await runner.query(
      "ALTER TABLE `service_record` DROP FOREIGN KEY `FK_42a9a8f0932682d47e80abf9d5e`",
    );
    await runner.query(
      "ALTER TABLE `service_plan` DROP FOREIGN KEY `FK_85bed76ad939a78bf430d0fad19`",
    );
    await runner.query(
      "ALTER TABLE `service_plan` DROP FOREIGN KEY `FK_27ee491b5b8b1bd4b9be0abd19d`",
    );
    await runner.query(
      "ALTER TABLE `service_plan` DROP FOREIGN KEY `FK_90fb6b8708968a1b991983f2441`",
    );
    await runner.query(
      "ALTER TABLE `service_plan` DROP FOREIGN KEY `FK_73a8d4a5fd75b4d1a71ef1747db`",
    );
    await runner.query(
      "ALTER TABLE `evaluation_indicator` DROP FOREIGN KEY `FK_95f28bbe39025a9934b3d815566`",
    );
    await runner.query(
      "ALTER TABLE `evaluation_indicator` DROP FOREIGN KEY `FK_728bd850ebed19a7c1d1c33fea2`",
    );
    await runner.query(
      "ALTER TABLE `evaluation` DROP FOREIGN KEY `FK_e0e9c28864bdb3b125028cc5df3`",
    );
    await runner.query(
      "ALTER TABLE `complaint` DROP FOREIGN KEY `FK_42a6110501caa872efa906a8120`",
    );
    await runner.query(
      "ALTER TABLE `complaint` DROP FOREIGN KEY `FK_07694f70f32e612f5e6e320c414`",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` DROP FOREIGN KEY `FK_c5df18fda7074cf86072e603774`",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` DROP FOREIGN KEY `FK_522371cc84434d11143aff834f9`",
    );
    await runner.query(
      "ALTER TABLE `claim_payment` DROP FOREIGN KEY `FK_99124946ce5c86fb673a7fb7225`",
    );
    await runner.query(
      "ALTER TABLE `casualty` DROP FOREIGN KEY `FK_46f2dc80592fd7433127dff91f2`",
    );
    await runner.query(
      "ALTER TABLE `casualty` DROP FOREIGN KEY `FK_2e204a8da56d218f536401826c6`",
    );
    await runner.query(
      "ALTER TABLE `casualty` DROP FOREIGN KEY `FK_ee99680907b9f3d9bad6ccdeaf4`",
    );
    await runner.query(
      "ALTER TABLE `claim` DROP FOREIGN KEY `FK_65c2dc666d8826eb6bc69dcda6e`",
    );
    await runner.query(
      "ALTER TABLE `claim` DROP FOREIGN KEY `FK_f7f726dec77799b9f6b2f002691`",
    );
    await runner.query(
      "ALTER TABLE `claim` DROP FOREIGN KEY `FK_1e5192f242c0b26ce4ba9f4b5d9`",
    );
    await runner.query(
      "ALTER TABLE `accident_report` DROP FOREIGN KEY `FK_9543324dc2023c9109c56c85d58`",
    );
    await runner.query(
      "ALTER TABLE `accident_report` DROP FOREIGN KEY `FK_9b21484d70097d6740073d15ea4`",
    );
    await runner.query(
      "ALTER TABLE `organisation` DROP FOREIGN KEY `FK_e298a62cebc54c3a45d73bb90aa`",
    );
    await runner.query(
      "ALTER TABLE `organisation` DROP FOREIGN KEY `FK_f5d636b52a0d9d1f7898566d2ae`",
    );
    await runner.query(
      "ALTER TABLE `organisation` DROP FOREIGN KEY `FK_0b7363bd9128f22be77145ac37c`",
    );
    await runner.query(
      "ALTER TABLE `policy` DROP FOREIGN KEY `FK_5a6c63760ef1dd95ba21b8dba28`",
    );
    await runner.query(
      "ALTER TABLE `policy` DROP FOREIGN KEY `FK_ba153c2a5c5c9ac4c0c41772792`",
    );
    await runner.query(
      "ALTER TABLE `policy` DROP FOREIGN KEY `FK_7c89fccdf9eb18f8202869a7091`",
    );
    await runner.query(
      "ALTER TABLE `record_version` DROP FOREIGN KEY `FK_a1f7bf724ad5ddaeb255335b55f`",
    );
    await runner.query(
      "ALTER TABLE `pending_record` DROP FOREIGN KEY `FK_957b6c0bb8cc4a2488301727f1e`",
    );
    await runner.query(
      "DROP INDEX `IDX_4b8282c987ae3493c4478793e1` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_3219b54af050d9302635a6edf7` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_9bb9913371353dcdd6fa709cda` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_f18465ae114d9764eae32ab34d` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_984e224edacba0c9c6700bf4ec` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_19d19cf34e4b9b6024747d5e55` ON `policy_co_insurance`",
    );
    await runner.query(
      "DROP TABLE `policy_co_insurance`",
    );
    await runner.query(
      "DROP INDEX `IDX_727977bff1798d9330d6d1a558` ON `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_e34a4d6ad181174bcfeffe82b8` ON `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_28a6cfce0bde6f70af9a7800c3` ON `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_973d68d5b9ebf9d9b27ee8dd01` ON `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_fef3c004eacd9a19b9f4223043` ON `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_bc5810365e3642ccd7ebe13a03` ON `endorsement`",
    );
    await runner.query(
      "DROP TABLE `endorsement`",
    );
    await runner.query(
      "DROP INDEX `IDX_cb0ceaaeddf14019ac950585ef` ON `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_1bcf3e80ceb8b9844992241ff7` ON `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_78f43e06fd6127f507cc98d9c9` ON `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_fb731f91732efff73183d0570d` ON `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_d0c1da07dd29f2472719065abb` ON `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_9f1bcd20281e3af8b714a7f8bb` ON `premium_receipt`",
    );
    await runner.query(
      "DROP TABLE `premium_receipt`",
    );
    await runner.query(
      "DROP INDEX `IDX_4526a061fad203a4a9f5030e5b` ON `service_agency_qualification`",
    );
    await runner.query(
      "DROP INDEX `IDX_522fe8d2cb1d67017b4aa5b72a` ON `service_agency_qualification`",
    );
    await runner.query(
      "DROP INDEX `IDX_e9507c40f679f23003e139a7b1` ON `service_agency_qualification`",
    );
    await runner.query(
      "DROP TABLE `service_agency_qualification`",
    );
    await runner.query(
      "DROP INDEX `IDX_215ff8d5dc8f2afbfda5cfa0bf` ON `roster_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_f30df58a246edeaa35fdc3557f` ON `roster_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_e7104ad7a6adf3d04aa62690ae` ON `roster_entry`",
    );
    await runner.query(
      "DROP TABLE `roster_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_74f7723fdff738f92929c0056c` ON `region`",
    );
    await runner.query(
      "DROP INDEX `IDX_9171740be6a6d4b474632b2b5c` ON `region`",
    );
    await runner.query(
      "DROP TABLE `region`",
    );
    await runner.query(
      "DROP INDEX `IDX_e9a84f0489fa68e3623c8e9ecc` ON `region_parameter`",
    );
    await runner.query(
      "DROP TABLE `region_parameter`",
    );
    await runner.query(
      "DROP INDEX `IDX_f102c8a24a983a179d128c06ad` ON `insurer_branch`",
    );
    await runner.query(
      "DROP INDEX `IDX_641b85f9512fcc841939793a9c` ON `insurer_branch`",
    );
    await runner.query(
      "DROP INDEX `IDX_02c5a56a7cf10f2f817101c228` ON `insurer_branch`",
    );
    await runner.query(
      "DROP TABLE `insurer_branch`",
    );
    await runner.query(
      "DROP INDEX `IDX_f42af47cd359ffdc0d8f71146a` ON `dictionary_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_75dd65f41f8149a343235bc62c` ON `dictionary_entry`",
    );
    await runner.query(
      "DROP TABLE `dictionary_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_39257e991e123e15036e7f7ed7` ON `calendar_exception`",
    );
    await runner.query(
      "DROP TABLE `calendar_exception`",
    );
    await runner.query(
      "DROP INDEX `IDX_cd0ec635595fb95f892bc8326c` ON `service_record_expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_4c6556094d89aa422a0ac8278e` ON `service_record_expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_5f0a42a424826ac59b80d1670b` ON `service_record_expert`",
    );
    await runner.query(
      "DROP TABLE `service_record_expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_6922c379283539a302d76433af` ON `expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_6e6c1863b75556b51a8a551fdb` ON `expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_6b4577143b84c4b7bfcaff2939` ON `expert`",
    );
    await runner.query(
      "DROP TABLE `expert`",
    );
    await runner.query(
      "DROP INDEX `IDX_011cd46c051ab31735b8642c14` ON `service_evidence`",
    );
    await runner.query(
      "DROP INDEX `IDX_ed9b18e55f1e61d7f2265978d5` ON `service_evidence`",
    );
    await runner.query(
      "DROP INDEX `IDX_97e5e4a520439810c1d65933ce` ON `service_evidence`",
    );
    await runner.query(
      "DROP INDEX `IDX_5054329004cbec98ba7dbc6e3a` ON `service_evidence`",
    );
    await runner.query(
      "DROP INDEX `IDX_dd95ebbe41b78ab864cf08f644` ON `service_evidence`",
    );
    await runner.query(
      "DROP TABLE `service_evidence`",
    );
    await runner.query(
      "DROP INDEX `IDX_67d290e528604e3bbe1a1f7a86` ON `hazard_event`",
    );
    await runner.query(
      "DROP INDEX `IDX_3b5c5da372c086c9bdc2f4ab7d` ON `hazard_event`",
    );
    await runner.query(
      "DROP INDEX `IDX_987d56890f594ffd6e38ea1b51` ON `hazard_event`",
    );
    await runner.query(
      "DROP INDEX `IDX_e7b953fd766d2bf2a4857423e2` ON `hazard_event`",
    );
    await runner.query(
      "DROP TABLE `hazard_event`",
    );
    await runner.query(
      "DROP INDEX `IDX_c88d19256f85506f471d7df720` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_e3721f7269b7159d6afa278fee` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_59e73d8c7ad286472c0abc13c6` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_d712a49d1c27b37482e37db818` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_18ef32c6c56647e73bcd28e663` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_885f35f62cafd42190f6118f9b` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_f4ec8012efd707ee7d06d631dd` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_e92dbbf34fae5ffac68028006f` ON `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_9612631736053671862976af63` ON `hazard`",
    );
    await runner.query(
      "DROP TABLE `hazard`",
    );
    await runner.query(
      "DROP INDEX `IDX_783c79c6461b6dfd809ad3701c` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_95cdcf9a70155c86c7e9ceced4` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_e3ca6a0ef6bcab1a6a64535a03` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_20f7a378043d6093c124effd05` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_8a497d93b9af9c5a5ca90aeab1` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_0483b8f27415de0080643c9248` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_a2e2e8bde809e8a7dfdd87ba40` ON `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_c1006f83fc17ca8020b1fc9d57` ON `fee_entry`",
    );
    await runner.query(
      "DROP TABLE `fee_entry`",
    );
    await runner.query(
      "DROP INDEX `IDX_317ab26e0e661873316e742b27` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_d100d225576507a6fe252bfbf0` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_8a72606aa8596421acf5b5fa92` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_1988aff9caaee75ea30ba833b2` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_b869af4eb6b3420bacd1f63a17` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_0ed27153d9305d1269a4cddad4` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_43f70112dea4af165defc3e7d6` ON `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_f4acc618d3a8e3adb0791e6be9` ON `service_record`",
    );
    await runner.query(
      "DROP TABLE `service_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_cac58e5298c8966ccad7febef3` ON `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_a5b3a44687783526fa1dac8776` ON `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_e86a8ff5ab706cd1ce2beb67bd` ON `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_b431abab9a9774dec2cf41b1c3` ON `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_a214ce905509ff308ded45bf32` ON `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_12ffb4be708705d467953eeb08` ON `service_plan`",
    );
    await runner.query(
      "DROP TABLE `service_plan`",
    );
    await runner.query(
      "DROP INDEX `IDX_b8dff1c55a07700da1ab76a970` ON `evaluation_indicator`",
    );
    await runner.query(
      "DROP INDEX `IDX_f9d533186de6ff3b82e00553a2` ON `evaluation_indicator`",
    );
    await runner.query(
      "DROP INDEX `IDX_3dbffbebbd606a6b9786b815d8` ON `evaluation_indicator`",
    );
    await runner.query(
      "DROP TABLE `evaluation_indicator`",
    );
    await runner.query(
      "DROP INDEX `IDX_cabc6c73b5daff54b6c90e8b55` ON `evaluation`",
    );
    await runner.query(
      "DROP INDEX `IDX_49bccc301b68ea15b2afaf646e` ON `evaluation`",
    );
    await runner.query(
      "DROP INDEX `IDX_48c1262384fea2c30c6de385e8` ON `evaluation`",
    );
    await runner.query(
      "DROP INDEX `IDX_fc7539c8d766e31afc35c66228` ON `evaluation`",
    );
    await runner.query(
      "DROP TABLE `evaluation`",
    );
    await runner.query(
      "DROP INDEX `IDX_4e50532c573a72df0f152a1b95` ON `complaint`",
    );
    await runner.query(
      "DROP INDEX `IDX_ffc364269e39d898cf190805fc` ON `complaint`",
    );
    await runner.query(
      "DROP INDEX `IDX_092aeae527eaa091d509ad2227` ON `complaint`",
    );
    await runner.query(
      "DROP INDEX `IDX_e997ecc32c1028b8d1b800be30` ON `complaint`",
    );
    await runner.query(
      "DROP INDEX `IDX_fb61a4cf2dff7e240a3c5431d7` ON `complaint`",
    );
    await runner.query(
      "DROP TABLE `complaint`",
    );
    await runner.query(
      "DROP INDEX `IDX_1fea0ade4662f31ccb021077f9` ON `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_a9f9c660ea8764c99f35597709` ON `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_aba17eae5711bf57c7fca8cc81` ON `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_18ad4cbb65983edf654d3c0830` ON `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_bd47fce04cf498516ba8b520a1` ON `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_ad8c23bb65ffa353f029a7dff4` ON `claim_payment`",
    );
    await runner.query(
      "DROP TABLE `claim_payment`",
    );
    await runner.query(
      "DROP INDEX `IDX_520460db222d1caf32337eb542` ON `casualty`",
    );
    await runner.query(
      "DROP INDEX `IDX_46f2dc80592fd7433127dff91f` ON `casualty`",
    );
    await runner.query(
      "DROP INDEX `IDX_2e204a8da56d218f536401826c` ON `casualty`",
    );
    await runner.query(
      "DROP INDEX `IDX_91c6b4346a22bbd04363f28dd3` ON `casualty`",
    );
    await runner.query(
      "DROP INDEX `IDX_ecb582af29e240fbcfff7b972d` ON `casualty`",
    );
    await runner.query(
      "DROP TABLE `casualty`",
    );
    await runner.query(
      "DROP INDEX `IDX_2561885087cb6408151763fb6b` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_695417795b5cff1b0ca97f81d9` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_1cacaacf44808009e966a52aef` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_2130410db69069ed9a6c573cc3` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_75a2addacff9e9396bf6ccf24a` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_cb33c43293a7b7e2b4ae4d056a` ON `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_1e512b25e895b4d1f6c885de76` ON `claim`",
    );
    await runner.query(
      "DROP TABLE `claim`",
    );
    await runner.query(
      "DROP INDEX `IDX_9441c967571f061b7deebcc9e7` ON `accident_report`",
    );
    await runner.query(
      "DROP INDEX `IDX_79bd950c0a2ba29a38aebb474a` ON `accident_report`",
    );
    await runner.query(
      "DROP INDEX `IDX_c85123ad2ae89176e7f0e4d0b2` ON `accident_report`",
    );
    await runner.query(
      "DROP INDEX `IDX_b9475bfcdec7b93761e817295c` ON `accident_report`",
    );
    await runner.query(
      "DROP TABLE `accident_report`",
    );
    await runner.query(
      "DROP INDEX `IDX_6a3122daf3cb06cb4f1f87ae64` ON `organisation`",
    );
    await runner.query(
      "DROP INDEX `IDX_6948762778783f4f977b374715` ON `organisation`",
    );
    await runner.query(
      "DROP INDEX `IDX_0b7363bd9128f22be77145ac37` ON `organisation`",
    );
    await runner.query(
      "DROP INDEX `IDX_f5d636b52a0d9d1f7898566d2a` ON `organisation`",
    );
    await runner.query(
      "DROP INDEX `IDX_e298a62cebc54c3a45d73bb90a` ON `organisation`",
    );
    await runner.query(
      "DROP TABLE `organisation`",
    );
    await runner.query(
      "DROP INDEX `IDX_de8bb1f1e6bc783af837aece9f` ON `service_agency`",
    );
    await runner.query(
      "DROP TABLE `service_agency`",
    );
    await runner.query(
      "DROP INDEX `IDX_b7806a414c3e99de252571139c` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_459644fb9719ddd056eb75204e` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_ed002dc0eb3918b2d308f6e304` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_827d7a98929e72cf53f7e1f3f6` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_70f13ab03958967f87bb2b2a64` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_bbede6afe16790382604ad9e91` ON `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_5a6c63760ef1dd95ba21b8dba2` ON `policy`",
    );
    await runner.query(
      "DROP TABLE `policy`",
    );
    await runner.query(
      "DROP INDEX `IDX_e1864dbc5546f08dcb2447a77f` ON `insurer`",
    );
    await runner.query(
      "DROP INDEX `IDX_5d1b5302c7cfe9800c054e5629` ON `insurer`",
    );
    await runner.query(
      "DROP TABLE `insurer`",
    );
    await runner.query(
      "DROP INDEX `IDX_c8f2c226bf7ff9f7da15710c1e` ON `enterprise`",
    );
    await runner.query(
      "DROP INDEX `IDX_5059f35d8573d72efdc2289111` ON `enterprise`",
    );
    await runner.query(
      "DROP INDEX `IDX_ddff7381d4281912c7ef03d915` ON `enterprise`",
    );
    await runner.query(
      "DROP TABLE `enterprise`",
    );
    await runner.query(
      "DROP INDEX `IDX_a191411d3941bb205c38ff49bd` ON `record_version`",
    );
    await runner.query(
      "DROP INDEX `IDX_90046a0eb1f524d3d6f1effaa7` ON `record_version`",
    );
    await runner.query(
      "DROP TABLE `record_version`",
    );
    await runner.query(
      "DROP TABLE `record_head`",
    );
    await runner.query(
      "DROP INDEX `IDX_154c148d849e5665b788588f4b` ON `pending_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_d2ab749a98a2a985b8a7af03bd` ON `pending_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_2b1b424210cd60f047d4adcdc1` ON `pending_record`",
    );
    await runner.query(
      "DROP TABLE `pending_record`",
    );
    await runner.query(
      "DROP INDEX `IDX_4ef3896e64fa9be0d44499d5f7` ON `submission`",
    );
    await runner.query(
      "DROP INDEX `IDX_80876044cbe06a9380307756e6` ON `submission`",
    );
    await runner.query(
      "DROP TABLE `submission`",
    );
  }
}
