CREATE TABLE catalog_version (
	id SMALLINT NOT NULL,
	version BIGINT NOT NULL,
	CONSTRAINT pk_catalog_version PRIMARY KEY (id),
	CONSTRAINT ck_catalog_version_id CHECK (id = 1)
);

CREATE TABLE command (
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	at BIGINT NOT NULL,
	actor TEXT NOT NULL,
	outcome_kind TEXT NOT NULL,
	outcome_id UUID NOT NULL,
	CONSTRAINT pk_command PRIMARY KEY (key),
	CONSTRAINT ck_command_key CHECK (length(key) BETWEEN 1 AND 200)
);

CREATE TABLE company (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	one SMALLINT NOT NULL,
	name TEXT NOT NULL,
	country TEXT NOT NULL,
	currency TEXT NOT NULL,
	language TEXT NOT NULL,
	time_zone TEXT NOT NULL,
	seller TEXT NOT NULL,
	policies TEXT NOT NULL,
	patterns TEXT NOT NULL,
	fiscal_month SMALLINT NOT NULL,
	fiscal_named_after TEXT NOT NULL,
	payment_terms TEXT NOT NULL,
	taxes TEXT NOT NULL,
	price_book TEXT NOT NULL,
	quote_days BIGINT NOT NULL,
	CONSTRAINT pk_company PRIMARY KEY (id),
	CONSTRAINT ck_company_version CHECK (version >= 1),
	CONSTRAINT ck_company_one CHECK (one = 1),
	CONSTRAINT ck_company_name CHECK (length(name) > 0),
	CONSTRAINT ck_company_fiscal_month CHECK (fiscal_month BETWEEN 1 AND 12),
	CONSTRAINT uq_company_one UNIQUE (one)
);

CREATE TABLE counter (
	series TEXT NOT NULL,
	year BIGINT NOT NULL,
	first BIGINT NOT NULL,
	last BIGINT NOT NULL,
	last_on DATE,
	CONSTRAINT pk_counter PRIMARY KEY (series, year),
	CONSTRAINT ck_counter_year CHECK (year >= 0),
	CONSTRAINT ck_counter_last CHECK (first >= 1 AND last >= first - 1)
);

CREATE TABLE customer (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	owner TEXT NOT NULL,
	reference TEXT NOT NULL,
	name TEXT NOT NULL,
	legal_name TEXT NOT NULL,
	person TEXT NOT NULL,
	email TEXT NOT NULL,
	phone TEXT NOT NULL,
	city TEXT NOT NULL,
	country TEXT NOT NULL,
	billing TEXT NOT NULL,
	shipping TEXT,
	electronic_scheme TEXT NOT NULL,
	electronic_id TEXT NOT NULL,
	buyer_kind TEXT NOT NULL,
	tax_ids TEXT NOT NULL,
	exempt_reason TEXT NOT NULL,
	language TEXT,
	currency TEXT,
	price_book TEXT,
	payment_terms TEXT,
	buyer_reference TEXT NOT NULL,
	notes TEXT NOT NULL,
	active BOOLEAN NOT NULL,
	CONSTRAINT pk_customer PRIMARY KEY (id),
	CONSTRAINT ck_customer_version CHECK (version >= 1),
	CONSTRAINT ck_customer_reference CHECK (length(reference) > 0),
	CONSTRAINT ck_customer_name CHECK (length(name) > 0),
	CONSTRAINT ck_customer_buyer_kind CHECK (buyer_kind IN ('business', 'consumer')),
	CONSTRAINT uq_customer_reference UNIQUE (reference)
);

CREATE INDEX ix_customer_city ON customer (city, id);

CREATE INDEX ix_customer_name ON customer (name, id);

CREATE TABLE discount_schedule (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	code TEXT NOT NULL,
	names TEXT NOT NULL,
	kind TEXT NOT NULL,
	measure TEXT NOT NULL,
	scope TEXT NOT NULL,
	step BIGINT NOT NULL,
	unit TEXT NOT NULL,
	counts_owned BOOLEAN NOT NULL,
	tiers TEXT NOT NULL,
	selector TEXT NOT NULL,
	every_product BOOLEAN NOT NULL,
	every_customer BOOLEAN NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_discount_schedule PRIMARY KEY (id),
	CONSTRAINT ck_discount_schedule_version CHECK (version >= 1),
	CONSTRAINT ck_discount_schedule_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_discount_schedule_kind CHECK (kind IN ('range', 'slab')),
	CONSTRAINT ck_discount_schedule_measure CHECK (measure IN ('quantity', 'term')),
	CONSTRAINT ck_discount_schedule_scope CHECK (scope IN ('line', 'group', 'quote')),
	CONSTRAINT ck_discount_schedule_step CHECK (step >= 0),
	CONSTRAINT uq_discount_schedule_code UNIQUE (code)
);

CREATE INDEX ix_discount_schedule_everywhere ON discount_schedule (every_product, every_customer);

CREATE TABLE document_file (
	id UUID NOT NULL,
	document_kind TEXT NOT NULL,
	document_id UUID NOT NULL,
	template TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	content BYTEA NOT NULL,
	CONSTRAINT pk_document_file PRIMARY KEY (id),
	CONSTRAINT uq_document_file_document_kind_document_id UNIQUE (document_kind, document_id)
);

CREATE TABLE exchange_rate (
	id UUID NOT NULL,
	currency TEXT NOT NULL,
	company_currency TEXT NOT NULL,
	day DATE NOT NULL,
	rate BIGINT NOT NULL,
	source TEXT NOT NULL,
	entered_at BIGINT NOT NULL,
	entered_by UUID NOT NULL,
	CONSTRAINT pk_exchange_rate PRIMARY KEY (id),
	CONSTRAINT uq_exchange_rate_currency_company_currency_day UNIQUE (currency, company_currency, day),
	CONSTRAINT ck_exchange_rate_rate CHECK (rate > 0),
	CONSTRAINT ck_exchange_rate_source CHECK (length(source) > 0)
);

CREATE TABLE journal (
	seq BIGINT NOT NULL,
	format BIGINT NOT NULL,
	at BIGINT NOT NULL,
	actor TEXT NOT NULL,
	device TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject_kind TEXT NOT NULL,
	subject_id UUID NOT NULL,
	number TEXT NOT NULL,
	facts TEXT NOT NULL,
	previous TEXT NOT NULL,
	hash TEXT NOT NULL,
	CONSTRAINT pk_journal PRIMARY KEY (seq),
	CONSTRAINT ck_journal_seq CHECK (seq >= 1),
	CONSTRAINT uq_journal_hash UNIQUE (hash)
);

CREATE INDEX ix_journal_subject ON journal (subject_id, seq);

CREATE TABLE meta (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_meta PRIMARY KEY (name)
);

CREATE TABLE person (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	name TEXT NOT NULL,
	roles TEXT NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id),
	CONSTRAINT ck_person_version CHECK (version >= 1),
	CONSTRAINT uq_person_name UNIQUE (name)
);

CREATE TABLE picture (
	sha256 TEXT NOT NULL,
	media_type TEXT NOT NULL,
	content BYTEA NOT NULL,
	added_at BIGINT NOT NULL,
	CONSTRAINT pk_picture PRIMARY KEY (sha256),
	CONSTRAINT ck_picture_media_type CHECK (media_type IN ('image/png', 'image/jpeg'))
);

CREATE TABLE price_book (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	code TEXT NOT NULL,
	names TEXT NOT NULL,
	currency TEXT NOT NULL,
	gross BOOLEAN NOT NULL,
	price_scale SMALLINT,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_price_book PRIMARY KEY (id),
	CONSTRAINT ck_price_book_version CHECK (version >= 1),
	CONSTRAINT ck_price_book_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_price_book_price_scale CHECK (price_scale IS NULL OR price_scale BETWEEN 0 AND 6),
	CONSTRAINT uq_price_book_code UNIQUE (code)
);

CREATE TABLE product (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	sku TEXT NOT NULL,
	name TEXT NOT NULL,
	names TEXT NOT NULL,
	descriptions TEXT NOT NULL,
	category TEXT NOT NULL,
	unit TEXT NOT NULL,
	conversions TEXT NOT NULL,
	supply TEXT NOT NULL,
	charge TEXT NOT NULL,
	tax_class TEXT NOT NULL,
	tax_percent BIGINT,
	exemption TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_product PRIMARY KEY (id),
	CONSTRAINT ck_product_version CHECK (version >= 1),
	CONSTRAINT ck_product_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_product_supply CHECK (supply IN ('goods', 'service')),
	CONSTRAINT ck_product_charge CHECK (charge IN ('one_time', 'recurring')),
	CONSTRAINT ck_product_tax_class CHECK (tax_class IN ('standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt')),
	CONSTRAINT ck_product_tax_percent CHECK (tax_percent IS NULL OR tax_percent BETWEEN 0 AND 100000000),
	CONSTRAINT uq_product_sku UNIQUE (sku)
);

CREATE INDEX ix_product_category ON product (category, id);

CREATE INDEX ix_product_name ON product (name, id);

CREATE TABLE promotion (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	code TEXT NOT NULL,
	names TEXT NOT NULL,
	reduction TEXT NOT NULL,
	selector TEXT NOT NULL,
	every_product BOOLEAN NOT NULL,
	every_customer BOOLEAN NOT NULL,
	minimum BIGINT NOT NULL,
	maximum BIGINT,
	stack_order BIGINT NOT NULL,
	coupon TEXT NOT NULL,
	use_limit BIGINT,
	used BIGINT NOT NULL,
	order_over TEXT NOT NULL,
	free_goods TEXT,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_promotion PRIMARY KEY (id),
	CONSTRAINT ck_promotion_version CHECK (version >= 1),
	CONSTRAINT ck_promotion_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_promotion_limits CHECK (minimum >= 0 AND (maximum IS NULL OR maximum >= minimum)),
	CONSTRAINT ck_promotion_uses CHECK (used >= 0 AND (use_limit IS NULL OR use_limit >= 1)),
	CONSTRAINT uq_promotion_code UNIQUE (code)
);

CREATE INDEX ix_promotion_everywhere ON promotion (every_product, every_customer);

CREATE TABLE rule_target (
	dimension TEXT NOT NULL,
	value TEXT NOT NULL,
	rule_kind TEXT NOT NULL,
	rule_id UUID NOT NULL,
	CONSTRAINT pk_rule_target PRIMARY KEY (dimension, value, rule_kind, rule_id),
	CONSTRAINT ck_rule_target_rule_kind CHECK (rule_kind IN ('promotion', 'schedule')),
	CONSTRAINT ck_rule_target_dimension CHECK (dimension IN ('sku', 'category', 'customer'))
);

CREATE INDEX ix_rule_target_rule ON rule_target (rule_id);

CREATE TABLE search_entry (
	seq BIGSERIAL NOT NULL,
	scope TEXT NOT NULL,
	subject UUID NOT NULL,
	key TEXT NOT NULL,
	label TEXT NOT NULL,
	title TEXT NOT NULL,
	words TEXT NOT NULL,
	CONSTRAINT pk_search_entry PRIMARY KEY (seq),
	CONSTRAINT uq_search_entry_subject UNIQUE (subject)
);

CREATE INDEX ix_search_entry_key ON search_entry (scope, key);

CREATE TABLE search_word (
	scope TEXT NOT NULL,
	word TEXT NOT NULL,
	backwards TEXT NOT NULL,
	uses BIGINT NOT NULL,
	CONSTRAINT pk_search_word PRIMARY KEY (scope, word)
);

CREATE INDEX ix_search_word_backwards ON search_word (scope, backwards);

CREATE TABLE tax_rate (
	id UUID NOT NULL,
	country TEXT NOT NULL,
	region TEXT NOT NULL,
	tax_class TEXT NOT NULL,
	percent BIGINT NOT NULL,
	source TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_tax_rate PRIMARY KEY (id),
	CONSTRAINT ck_tax_rate_validity CHECK (first_day <= last_day),
	CONSTRAINT uq_tax_rate_country_region_tax_class_first_day UNIQUE (country, region, tax_class, first_day),
	CONSTRAINT ck_tax_rate_country CHECK (length(country) = 2),
	CONSTRAINT ck_tax_rate_tax_class CHECK (tax_class IN ('standard', 'reduced', 'second_reduced', 'super_reduced', 'zero', 'exempt')),
	CONSTRAINT ck_tax_rate_percent CHECK (percent BETWEEN 0 AND 100000000),
	CONSTRAINT ck_tax_rate_source CHECK (length(source) > 0)
);

CREATE TABLE bundle_model (
	sku TEXT NOT NULL,
	version BIGINT NOT NULL,
	model TEXT NOT NULL,
	CONSTRAINT pk_bundle_model PRIMARY KEY (sku),
	CONSTRAINT ck_bundle_model_version CHECK (version >= 1),
	CONSTRAINT fk_bundle_model_sku FOREIGN KEY(sku) REFERENCES product (sku) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE contracted_price (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	binned BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	code TEXT NOT NULL,
	customer TEXT NOT NULL,
	sku TEXT,
	category TEXT NOT NULL,
	terms TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_contracted_price PRIMARY KEY (id),
	CONSTRAINT ck_contracted_price_version CHECK (version >= 1),
	CONSTRAINT ck_contracted_price_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_contracted_price_target CHECK ((sku IS NOT NULL) <> (category <> '')),
	CONSTRAINT uq_contracted_price_code UNIQUE (code),
	CONSTRAINT fk_contracted_price_customer FOREIGN KEY(customer) REFERENCES customer (reference) ON DELETE RESTRICT ON UPDATE CASCADE,
	CONSTRAINT fk_contracted_price_sku FOREIGN KEY(sku) REFERENCES product (sku) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_contracted_price_customer ON contracted_price (customer, sku);

CREATE TABLE payment (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	owner TEXT NOT NULL,
	status TEXT NOT NULL,
	content_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	number TEXT NOT NULL,
	customer_id UUID NOT NULL,
	customer_name TEXT NOT NULL,
	paid_on DATE NOT NULL,
	currency TEXT NOT NULL,
	amount BIGINT NOT NULL,
	method TEXT NOT NULL,
	reference TEXT NOT NULL,
	reverses UUID,
	allocated BIGINT DEFAULT '0' NOT NULL,
	CONSTRAINT pk_payment PRIMARY KEY (id),
	CONSTRAINT ck_payment_version CHECK (version >= 1),
	CONSTRAINT ck_payment_status CHECK (status IN ('booked', 'reversed')),
	CONSTRAINT ck_payment_allocated CHECK (allocated BETWEEN 0 AND amount OR allocated BETWEEN amount AND 0),
	CONSTRAINT ck_payment_amount CHECK ((amount < 0) = (reverses IS NOT NULL) AND amount <> 0),
	CONSTRAINT ck_payment_method CHECK (method IN ('transfer', 'card', 'cash', 'check', 'direct_debit', 'other')),
	CONSTRAINT uq_payment_number UNIQUE (number),
	CONSTRAINT fk_payment_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
	CONSTRAINT uq_payment_reverses UNIQUE (reverses),
	CONSTRAINT fk_payment_reverses FOREIGN KEY(reverses) REFERENCES payment (id) ON DELETE RESTRICT
);

CREATE INDEX ix_payment_customer_id ON payment (customer_id);

CREATE INDEX ix_payment_newest ON payment (paid_on, id);

CREATE TABLE price_entry (
	id UUID NOT NULL,
	version BIGINT NOT NULL,
	book TEXT NOT NULL,
	sku TEXT NOT NULL,
	price BIGINT NOT NULL,
	base_quantity BIGINT NOT NULL,
	term_months SMALLINT NOT NULL,
	unit TEXT NOT NULL,
	method TEXT NOT NULL,
	minimum_quantity BIGINT NOT NULL,
	free_quantity BIGINT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_price_entry PRIMARY KEY (id),
	CONSTRAINT ck_price_entry_validity CHECK (first_day <= last_day),
	CONSTRAINT uq_price_entry_sku_book_first_day UNIQUE (sku, book, first_day),
	CONSTRAINT ck_price_entry_version CHECK (version >= 1),
	CONSTRAINT ck_price_entry_price CHECK (price >= 0),
	CONSTRAINT ck_price_entry_base_quantity CHECK (base_quantity > 0),
	CONSTRAINT ck_price_entry_term_months CHECK (term_months >= 1),
	CONSTRAINT ck_price_entry_quantities CHECK (minimum_quantity >= 0 AND free_quantity >= 0),
	CONSTRAINT fk_price_entry_book FOREIGN KEY(book) REFERENCES price_book (code) ON DELETE RESTRICT ON UPDATE CASCADE,
	CONSTRAINT fk_price_entry_sku FOREIGN KEY(sku) REFERENCES product (sku) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX ix_price_entry_book ON price_entry (book, sku);

CREATE TABLE product_cost (
	product_id UUID NOT NULL,
	position SMALLINT NOT NULL,
	amount BIGINT NOT NULL,
	currency TEXT NOT NULL,
	first_day DATE NOT NULL,
	last_day DATE NOT NULL,
	CONSTRAINT pk_product_cost PRIMARY KEY (product_id, position),
	CONSTRAINT ck_product_cost_validity CHECK (first_day <= last_day),
	CONSTRAINT ck_product_cost_amount CHECK (amount >= 0),
	CONSTRAINT fk_product_cost_product_id FOREIGN KEY(product_id) REFERENCES product (id) ON DELETE CASCADE
);

CREATE TABLE quote (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	owner TEXT NOT NULL,
	status TEXT NOT NULL,
	content_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	family UUID NOT NULL,
	number TEXT NOT NULL,
	revision SMALLINT NOT NULL,
	customer_id UUID,
	customer_name TEXT NOT NULL,
	currency TEXT NOT NULL,
	dated DATE NOT NULL,
	valid_until DATE NOT NULL,
	price_date DATE NOT NULL,
	price_book TEXT NOT NULL,
	language TEXT NOT NULL,
	exchange_rate BIGINT NOT NULL,
	exchange_on DATE,
	exchange_source TEXT NOT NULL,
	policies TEXT NOT NULL,
	payment_terms TEXT NOT NULL,
	delivery_terms TEXT NOT NULL,
	starts_on DATE,
	term_months SMALLINT NOT NULL,
	discount BIGINT,
	document_discount BIGINT,
	partner BIGINT NOT NULL,
	distributor BIGINT NOT NULL,
	buyer_reference TEXT NOT NULL,
	notes TEXT NOT NULL,
	internal_notes TEXT NOT NULL,
	accepted_by TEXT,
	accepted_at BIGINT,
	accepted_on DATE,
	accepted_how TEXT,
	accepted_reference TEXT,
	accepted_options TEXT,
	supersedes UUID,
	binned BOOLEAN NOT NULL,
	net BIGINT NOT NULL,
	tax BIGINT NOT NULL,
	total BIGINT NOT NULL,
	seller TEXT,
	buyer TEXT,
	priced TEXT,
	CONSTRAINT pk_quote PRIMARY KEY (id),
	CONSTRAINT ck_quote_version CHECK (version >= 1),
	CONSTRAINT ck_quote_status CHECK (status IN ('draft', 'in_approval', 'approved', 'sent', 'accepted', 'declined', 'expired', 'superseded')),
	CONSTRAINT uq_quote_number_revision UNIQUE (number, revision),
	CONSTRAINT ck_quote_revision CHECK (revision >= 1),
	CONSTRAINT ck_quote_term_months CHECK (term_months >= 1),
	CONSTRAINT ck_quote_discount CHECK (discount IS NULL OR discount BETWEEN 0 AND 100000000),
	CONSTRAINT ck_quote_document_discount CHECK (document_discount IS NULL OR document_discount >= 0),
	CONSTRAINT fk_quote_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
	CONSTRAINT fk_quote_supersedes FOREIGN KEY(supersedes) REFERENCES quote (id) ON DELETE RESTRICT
);

CREATE INDEX ix_quote_customer_id ON quote (customer_id);

CREATE INDEX ix_quote_family ON quote (family);

CREATE INDEX ix_quote_newest ON quote (dated, id);

CREATE INDEX ix_quote_status ON quote (status, valid_until);

CREATE TABLE contract (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	owner TEXT NOT NULL,
	status TEXT NOT NULL,
	content_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	number TEXT NOT NULL,
	quote_id UUID NOT NULL,
	quote_number TEXT NOT NULL,
	quote_hash TEXT NOT NULL,
	customer_id UUID NOT NULL,
	customer_name TEXT NOT NULL,
	currency TEXT NOT NULL,
	gross BOOLEAN NOT NULL,
	signed_on DATE NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE,
	seller TEXT NOT NULL,
	buyer TEXT NOT NULL,
	language TEXT NOT NULL,
	payment_terms TEXT NOT NULL,
	delivery_terms TEXT NOT NULL,
	buyer_reference TEXT NOT NULL,
	notes TEXT NOT NULL,
	exchange_rate BIGINT NOT NULL,
	exchange_on DATE,
	exchange_source TEXT NOT NULL,
	policies TEXT NOT NULL,
	total BIGINT NOT NULL,
	CONSTRAINT pk_contract PRIMARY KEY (id),
	CONSTRAINT ck_contract_version CHECK (version >= 1),
	CONSTRAINT ck_contract_status CHECK (status IN ('active', 'terminated')),
	CONSTRAINT uq_contract_quote_id UNIQUE (quote_id),
	CONSTRAINT ck_contract_dates CHECK (ends_on IS NULL OR ends_on >= starts_on),
	CONSTRAINT uq_contract_number UNIQUE (number),
	CONSTRAINT fk_contract_quote_id FOREIGN KEY(quote_id) REFERENCES quote (id) ON DELETE RESTRICT,
	CONSTRAINT fk_contract_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id) ON DELETE RESTRICT
);

CREATE INDEX ix_contract_customer_id ON contract (customer_id);

CREATE INDEX ix_contract_newest ON contract (signed_on, id);

CREATE INDEX ix_contract_quote_id ON contract (quote_id);

CREATE TABLE quote_line (
	document_id UUID NOT NULL,
	position SMALLINT NOT NULL,
	id UUID NOT NULL,
	kind TEXT NOT NULL,
	role TEXT NOT NULL,
	product_id UUID,
	sku TEXT NOT NULL,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	quantity BIGINT NOT NULL,
	unit TEXT NOT NULL,
	unit_price BIGINT,
	discount BIGINT,
	discount_amount BIGINT,
	charge TEXT NOT NULL,
	term_months SMALLINT,
	shown_price BIGINT,
	shown_base BIGINT,
	amount BIGINT,
	CONSTRAINT pk_quote_line PRIMARY KEY (document_id, position),
	CONSTRAINT uq_quote_line_document_id_id UNIQUE (document_id, id),
	CONSTRAINT ck_quote_line_position CHECK (position >= 0),
	CONSTRAINT ck_quote_line_quantity CHECK (quantity > 0),
	CONSTRAINT ck_quote_line_discount CHECK (discount IS NULL OR discount_amount IS NULL),
	CONSTRAINT ck_quote_line_kind CHECK (kind IN ('product', 'text', 'heading', 'subtotal')),
	CONSTRAINT ck_quote_line_role CHECK (role IN ('standard', 'optional', 'alternative')),
	CONSTRAINT fk_quote_line_document_id FOREIGN KEY(document_id) REFERENCES quote (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT fk_quote_line_product_id FOREIGN KEY(product_id) REFERENCES product (id) ON DELETE RESTRICT
);

CREATE INDEX ix_quote_line_product_id ON quote_line (product_id);

CREATE TABLE contract_item (
	document_id UUID NOT NULL,
	position SMALLINT NOT NULL,
	id UUID NOT NULL,
	quote_line_id UUID NOT NULL,
	kind TEXT NOT NULL,
	product_id UUID NOT NULL,
	sku TEXT NOT NULL,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	quantity BIGINT NOT NULL,
	unit TEXT NOT NULL,
	unit_price BIGINT NOT NULL,
	base_quantity BIGINT NOT NULL,
	amount BIGINT NOT NULL,
	document_discount BIGINT NOT NULL,
	tax TEXT NOT NULL,
	starts_on DATE,
	ends_before DATE,
	billing_months SMALLINT NOT NULL,
	CONSTRAINT pk_contract_item PRIMARY KEY (document_id, position),
	CONSTRAINT ck_contract_item_position CHECK (position >= 0),
	CONSTRAINT ck_contract_item_quantity CHECK (quantity > 0 AND base_quantity > 0),
	CONSTRAINT ck_contract_item_document_discount CHECK (document_discount >= 0),
	CONSTRAINT ck_contract_item_period CHECK ((starts_on IS NULL) = (ends_before IS NULL)),
	CONSTRAINT ck_contract_item_billing_months CHECK (billing_months >= 1),
	CONSTRAINT ck_contract_item_kind CHECK (kind IN ('one_off', 'subscription')),
	CONSTRAINT fk_contract_item_document_id FOREIGN KEY(document_id) REFERENCES contract (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT uq_contract_item_id UNIQUE (id),
	CONSTRAINT fk_contract_item_product_id FOREIGN KEY(product_id) REFERENCES product (id) ON DELETE RESTRICT
);

CREATE INDEX ix_contract_item_product_id ON contract_item (product_id);

CREATE TABLE invoice (
	id UUID NOT NULL,
	rev UUID NOT NULL,
	version BIGINT NOT NULL,
	owner TEXT NOT NULL,
	status TEXT NOT NULL,
	content_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	created_by UUID NOT NULL,
	updated_at BIGINT NOT NULL,
	updated_by UUID NOT NULL,
	number TEXT NOT NULL,
	kind TEXT NOT NULL,
	contract_id UUID NOT NULL,
	contract_number TEXT NOT NULL,
	quote_number TEXT NOT NULL,
	customer_id UUID NOT NULL,
	customer_name TEXT NOT NULL,
	currency TEXT NOT NULL,
	gross BOOLEAN NOT NULL,
	issued_on DATE NOT NULL,
	due_on DATE NOT NULL,
	seller TEXT NOT NULL,
	buyer TEXT NOT NULL,
	due TEXT NOT NULL,
	early_offers TEXT NOT NULL,
	groups TEXT NOT NULL,
	net BIGINT NOT NULL,
	tax BIGINT NOT NULL,
	cash_rounding BIGINT,
	total BIGINT NOT NULL,
	paid BIGINT DEFAULT '0' NOT NULL,
	credited BIGINT DEFAULT '0' NOT NULL,
	company_currency TEXT,
	corrects UUID,
	corrects_number TEXT NOT NULL,
	language TEXT NOT NULL,
	payment_terms TEXT NOT NULL,
	delivery_terms TEXT NOT NULL,
	buyer_reference TEXT NOT NULL,
	notes TEXT NOT NULL,
	exchange_rate BIGINT NOT NULL,
	exchange_on DATE,
	exchange_source TEXT NOT NULL,
	policies TEXT NOT NULL,
	chain_position BIGINT NOT NULL,
	chain_previous TEXT NOT NULL,
	chain_hash TEXT NOT NULL,
	CONSTRAINT pk_invoice PRIMARY KEY (id),
	CONSTRAINT ck_invoice_version CHECK (version >= 1),
	CONSTRAINT ck_invoice_status CHECK (status IN ('issued')),
	CONSTRAINT ck_invoice_kind CHECK (kind IN ('invoice', 'credit_note')),
	CONSTRAINT ck_invoice_total CHECK (net + tax + COALESCE(cash_rounding, 0) = total),
	CONSTRAINT ck_invoice_settled CHECK (paid >= 0 AND credited >= 0 AND paid + credited <= total),
	CONSTRAINT ck_invoice_corrects CHECK ((kind = 'credit_note') = (corrects IS NOT NULL)),
	CONSTRAINT uq_invoice_number UNIQUE (number),
	CONSTRAINT fk_invoice_contract_id FOREIGN KEY(contract_id) REFERENCES contract (id) ON DELETE RESTRICT,
	CONSTRAINT fk_invoice_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
	CONSTRAINT fk_invoice_corrects FOREIGN KEY(corrects) REFERENCES invoice (id) ON DELETE RESTRICT,
	CONSTRAINT uq_invoice_chain_position UNIQUE (chain_position)
);

CREATE INDEX ix_invoice_contract_id ON invoice (contract_id);

CREATE INDEX ix_invoice_corrects ON invoice (corrects);

CREATE INDEX ix_invoice_customer_id ON invoice (customer_id);

CREATE INDEX ix_invoice_newest ON invoice (issued_on, id);

CREATE INDEX ix_invoice_open ON invoice (due_on, id) WHERE kind = 'invoice' AND total - paid - credited > 0;

CREATE TABLE allocation (
	id UUID NOT NULL,
	payment_id UUID,
	credit_note_id UUID,
	invoice_id UUID NOT NULL,
	amount BIGINT NOT NULL,
	allocated_on DATE NOT NULL,
	CONSTRAINT pk_allocation PRIMARY KEY (id),
	CONSTRAINT ck_allocation_source CHECK ((payment_id IS NULL) <> (credit_note_id IS NULL)),
	CONSTRAINT ck_allocation_amount CHECK (amount <> 0),
	CONSTRAINT fk_allocation_payment_id FOREIGN KEY(payment_id) REFERENCES payment (id) ON DELETE RESTRICT,
	CONSTRAINT fk_allocation_credit_note_id FOREIGN KEY(credit_note_id) REFERENCES invoice (id) ON DELETE RESTRICT,
	CONSTRAINT fk_allocation_invoice_id FOREIGN KEY(invoice_id) REFERENCES invoice (id) ON DELETE RESTRICT
);

CREATE INDEX ix_allocation_credit_note_id ON allocation (credit_note_id);

CREATE INDEX ix_allocation_invoice_id ON allocation (invoice_id);

CREATE INDEX ix_allocation_payment_id ON allocation (payment_id);

CREATE TABLE invoice_line (
	document_id UUID NOT NULL,
	position SMALLINT NOT NULL,
	id UUID NOT NULL,
	quote_line_id UUID NOT NULL,
	contract_item_id UUID NOT NULL,
	instalment SMALLINT NOT NULL,
	attempt SMALLINT NOT NULL,
	invoice_line_id UUID,
	product_id UUID NOT NULL,
	sku TEXT NOT NULL,
	name TEXT NOT NULL,
	detail TEXT NOT NULL,
	quantity BIGINT NOT NULL,
	unit TEXT NOT NULL,
	unit_price BIGINT NOT NULL,
	base_quantity BIGINT NOT NULL,
	amount BIGINT NOT NULL,
	document_discount BIGINT NOT NULL,
	tax TEXT NOT NULL,
	starts_on DATE,
	ends_before DATE,
	CONSTRAINT pk_invoice_line PRIMARY KEY (document_id, position),
	CONSTRAINT ck_invoice_line_position CHECK (position >= 0),
	CONSTRAINT ck_invoice_line_quantity CHECK (quantity > 0 AND base_quantity > 0),
	CONSTRAINT ck_invoice_line_period CHECK ((starts_on IS NULL) = (ends_before IS NULL)),
	CONSTRAINT fk_invoice_line_document_id FOREIGN KEY(document_id) REFERENCES invoice (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
	CONSTRAINT uq_invoice_line_id UNIQUE (id),
	CONSTRAINT fk_invoice_line_contract_item_id FOREIGN KEY(contract_item_id) REFERENCES contract_item (id) ON DELETE RESTRICT,
	CONSTRAINT fk_invoice_line_invoice_line_id FOREIGN KEY(invoice_line_id) REFERENCES invoice_line (id) ON DELETE RESTRICT,
	CONSTRAINT fk_invoice_line_product_id FOREIGN KEY(product_id) REFERENCES product (id) ON DELETE RESTRICT
);

CREATE INDEX ix_invoice_line_product_id ON invoice_line (product_id);

CREATE UNIQUE INDEX uq_invoice_line_billed ON invoice_line (contract_item_id, instalment, attempt) WHERE invoice_line_id IS NULL;

